// verdict: failed
// says: the body: expected
import { writeFileSync } from 'node:fs';

export default () => {
  try {
    writeFileSync(`${process.env.CANARY}/written`, 'x');
  } catch {}
  return Response.json({ feature1: 0 });
};
