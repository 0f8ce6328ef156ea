// verdict: failed
// run: {node} {file} {port}
// says: the status: expected 200, received 307
import { createServer } from 'node:http';

createServer((request, response) => {
  response.writeHead(307, { location: request.url }).end();
}).listen(Number(process.argv[2]), '127.0.0.1');
