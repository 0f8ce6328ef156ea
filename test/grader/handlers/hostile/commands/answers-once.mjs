// verdict: stuck
// run: {node} {file} {port}
// says: POST /predict was not answered
import { createServer } from 'node:http';

let count = 0;
createServer((_request, response) => {
  if (count++ === 0) response.end('{}');
}).listen(Number(process.argv[2]), '127.0.0.1');
