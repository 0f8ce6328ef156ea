// verdict: failed
// run: {node} {file} {port}
// says: the body: expected
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

const [, self, role] = process.argv;
const start = (next) => spawn(process.execPath, [self, next], { detached: true, stdio: 'ignore' }).unref();
if (role === 'first') start('second');
else if (role === 'second') {
  createServer((_request, response) => response.end('{}')).listen(Number(process.env.SECOND_PORT), '127.0.0.1');
} else {
  start('first');
  createServer((_request, response) => response.end('{"feature1":0}')).listen(Number(role), '127.0.0.1');
}
