// verdict: broken
// says: while it was graded
import { closeSync } from 'node:fs';

export default () => {
  for (let fd = 0; fd < 64; fd++) {
    try {
      closeSync(fd);
    } catch {}
  }
  return Response.json({});
};
