// verdict: failed
// says: may not write files
import { appendFileSync } from 'node:fs';

export default () => {
  appendFileSync('visits.log', 'x');
  return Response.json({});
};
