// verdict: failed
// says: may not write files
import { chmodSync } from 'node:fs';

export default () => {
  chmodSync(`${process.env.CANARY}/keep.txt`, 0);
  return Response.json({});
};
