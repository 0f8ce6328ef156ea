// verdict: broken
// says: inspector.ts, line 5
import { open } from 'node:inspector';

open(0);
export default () => Response.json({});
