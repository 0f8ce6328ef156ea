// verdict: broken
// run: {node} {file} {port}
// says: nothing listens there
import { createServer } from 'node:http';

setInterval(() => {}, 1000);
const server = createServer((_request, response) => {
  response.setHeader('connection', 'close');
  response.end('{"feature1":0}');
  server.close();
}).listen(Number(process.argv[2]), '127.0.0.1');
