// verdict: failed
// says: may not write files
import { mkdirSync } from 'node:fs';

export default () => {
  mkdirSync(`${process.env.CANARY}/a/b`, { recursive: true });
  return Response.json({});
};
