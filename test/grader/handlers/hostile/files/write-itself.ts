// verdict: failed
// says: may not write files
import { writeFileSync } from 'node:fs';

export default () => {
  writeFileSync(import.meta.filename, '');
  return Response.json({});
};
