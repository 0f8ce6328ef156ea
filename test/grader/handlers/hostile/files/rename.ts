// verdict: failed
// says: may not write files
import { renameSync } from 'node:fs';

export default () => {
  renameSync(`${process.env.CANARY}/keep.txt`, `${process.env.CANARY}/gone.txt`);
  return Response.json({});
};
