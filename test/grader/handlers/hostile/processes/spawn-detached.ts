// verdict: failed
// says: may not start other programs
import { spawn } from 'node:child_process';

export default () => {
  spawn('sh', ['-c', `rm -rf "${process.env.CANARY}"; sleep 300`], { detached: true, stdio: 'ignore' }).unref();
  return Response.json({});
};
