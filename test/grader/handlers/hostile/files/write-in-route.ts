// verdict: failed
// says: may not write files
import { writeFileSync } from 'node:fs';

export default () => {
  writeFileSync(`${process.env.CANARY}/written`, 'x');
  return Response.json({});
};
