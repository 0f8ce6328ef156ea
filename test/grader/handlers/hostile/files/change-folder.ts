// verdict: failed
// says: may not write files
import { writeFileSync } from 'node:fs';

export default () => {
  process.chdir(String(process.env.CANARY));
  writeFileSync('keep.txt', '');
  return Response.json({});
};
