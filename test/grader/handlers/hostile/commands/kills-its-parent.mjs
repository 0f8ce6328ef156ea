// verdict: broken
// run: {node} {file} {port}; true
// says: ended by SIGKILL while it was graded
import { createServer } from 'node:http';

createServer((request, response) => {
  if (request.method === 'POST') process.kill(process.ppid, 'SIGKILL');
  setTimeout(() => response.end('{"feature1":0}'), 500);
}).listen(Number(process.argv[2]), '127.0.0.1');
