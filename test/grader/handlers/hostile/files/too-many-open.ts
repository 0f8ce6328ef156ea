// verdict: failed
// says: the body: expected
import { openSync } from 'node:fs';

export default () => {
  try {
    for (let n = 0; n < 5_000; n++) openSync(import.meta.filename);
  } catch {}
  return Response.json({ feature1: 0 });
};
