// verdict: broken
// says: may not write files
import { writeFileSync } from 'node:fs';

writeFileSync(`${process.env.CANARY}/written`, 'x');
export default () => Response.json({});
