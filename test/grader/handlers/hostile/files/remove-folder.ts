// verdict: failed
// says: may not write files
import { rmSync } from 'node:fs';

export default () => {
  rmSync(String(process.env.CANARY), { recursive: true, force: true });
  return Response.json({});
};
