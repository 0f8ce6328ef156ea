// verdict: broken
// run: {node} {file} {port}
// says: ended with exit code 3 while it was graded
import { createServer } from 'node:http';

createServer((request, response) => {
  if (request.method === 'POST') process.exit(3);
  response.end('{}');
}).listen(Number(process.argv[2]), '127.0.0.1');
