// verdict: failed
// run: {node} {file} {port}
// says: the body: expected
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

for (let n = 0; n < 20; n++) spawn('sleep', ['300'], { detached: n % 2 === 0, stdio: 'ignore' });
createServer((_request, response) => response.end('{"feature1":0}')).listen(Number(process.argv[2]), '127.0.0.1');
