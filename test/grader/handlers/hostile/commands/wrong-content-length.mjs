// verdict: failed
// run: {node} {file} {port}
// says: Content-Length
import { createServer } from 'node:http';

createServer((_request, response) => {
  response.writeHead(200, { 'content-length': 400 });
  response.end('{"feature1":0}');
}).listen(Number(process.argv[2]), '127.0.0.1');
