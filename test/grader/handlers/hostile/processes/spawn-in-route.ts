// verdict: failed
// says: may not start other programs
import { spawn } from 'node:child_process';

export default () => {
  spawn('sleep', ['300']);
  return Response.json({});
};
