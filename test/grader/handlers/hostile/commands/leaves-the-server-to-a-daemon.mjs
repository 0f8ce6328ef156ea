// verdict: broken
// run: {node} {file} {port}
// says: Write a command that keeps running
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

const [, self, port, role] = process.argv;
if (role === 'server') createServer((_request, response) => response.end('{}')).listen(Number(port), '127.0.0.1');
else spawn(process.execPath, [self, port, 'server'], { detached: true, stdio: 'ignore' }).unref();
