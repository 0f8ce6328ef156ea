// verdict: failed
// run: {node} {file} {port}
// says: the body: expected
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

const [, self, role] = process.argv;
process.on('SIGTERM', () => {
  spawn(process.execPath, [self, 'idle'], { detached: true, stdio: 'ignore' }).unref();
  process.exit(0);
});
if (role === 'idle') setInterval(() => {}, 1000);
else createServer((_request, response) => response.end('{"feature1":0}')).listen(Number(role), '127.0.0.1');
