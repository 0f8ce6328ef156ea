// verdict: broken
// run: {node} {file} {port}; true
// says: ended by SIGKILL while it was graded
import { createServer } from 'node:http';

const parent = process.ppid;
createServer((request, response) => {
  if (request.method === 'POST') {
    process.kill(parent, 'SIGKILL');
    setTimeout(() => process.exit(), 500);
  } else response.end('{}');
}).listen(Number(process.argv[2]), '127.0.0.1');
