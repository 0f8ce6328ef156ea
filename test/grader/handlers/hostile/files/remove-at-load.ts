// verdict: broken
// says: may not write files
import { rm } from 'node:fs/promises';

await rm(String(process.env.CANARY), { recursive: true });
export default () => Response.json({});
