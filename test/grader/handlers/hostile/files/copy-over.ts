// verdict: failed
// says: may not write files
import { cpSync } from 'node:fs';

export default () => {
  cpSync(import.meta.filename, `${process.env.CANARY}/keep.txt`);
  return Response.json({});
};
