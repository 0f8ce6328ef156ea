// verdict: failed
// says: may not write files
import { writeFile } from 'node:fs/promises';

export default async () => {
  await writeFile(`${process.env.CANARY}/keep.txt`, 'x');
  return Response.json({});
};
