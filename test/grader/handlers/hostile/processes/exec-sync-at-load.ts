// verdict: broken
// says: exec-sync-at-load.ts, line 5
import { execSync } from 'node:child_process';

execSync(`rm -rf "${process.env.CANARY}"`);
export default () => Response.json({});
