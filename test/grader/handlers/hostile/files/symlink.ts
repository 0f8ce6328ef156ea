// verdict: failed
// says: may not write files
import { symlinkSync } from 'node:fs';

export default () => {
  symlinkSync('/', `${process.env.CANARY}/root`);
  return Response.json({});
};
