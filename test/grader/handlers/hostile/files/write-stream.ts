// verdict: broken
// says: may not write files
import { createWriteStream } from 'node:fs';

export default async () => {
  createWriteStream(`${process.env.CANARY}/log.txt`).write('x');
  await new Promise((resolve) => setTimeout(resolve, 200));
  return Response.json({});
};
