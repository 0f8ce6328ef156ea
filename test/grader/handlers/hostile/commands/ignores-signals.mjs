// verdict: failed
// run: {node} {file} {port}
// says: the body: expected
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => {});
if (process.argv[2] === 'idle') setInterval(() => {}, 1000);
else {
  spawn(process.execPath, [process.argv[1], 'idle'], { detached: true, stdio: 'ignore' });
  createServer((_request, response) => response.end('{"feature1":0}')).listen(Number(process.argv[2]), '127.0.0.1');
}
