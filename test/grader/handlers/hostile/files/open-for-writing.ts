// verdict: failed
// says: may not write files
import { openSync } from 'node:fs';

export default () => {
  openSync(`${process.env.CANARY}/keep.txt`, 'w');
  return Response.json({});
};
