// verdict: stuck
// run: {node} {file} {port}
// says: POST /predict was not answered
import { createServer } from 'node:http';

createServer((request, response) => {
  if (request.method === 'POST') process.kill(process.pid, 'SIGSTOP');
  response.end('{}');
}).listen(Number(process.argv[2]), '127.0.0.1');
