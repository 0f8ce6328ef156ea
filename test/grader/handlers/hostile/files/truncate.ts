// verdict: failed
// says: may not write files
import { truncateSync } from 'node:fs';

export default () => {
  truncateSync(`${process.env.CANARY}/keep.txt`);
  return Response.json({});
};
