// verdict: broken
// says: may not write files
import { writeFile } from 'node:fs/promises';

export default async () => {
  writeFile(`${process.env.CANARY}/keep.txt`, 'x');
  await new Promise((resolve) => setTimeout(resolve, 200));
  return Response.json({});
};
