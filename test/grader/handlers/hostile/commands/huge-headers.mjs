// verdict: failed
// run: {node} {file} {port}
// says: the headers of the reply are too long
import { createServer } from 'node:http';

createServer((request, response) => {
  if (request.method === 'POST') response.setHeader('x-large', 'x'.repeat(500_000));
  response.end('{}');
}).listen(Number(process.argv[2]), '127.0.0.1');
