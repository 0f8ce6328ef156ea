// verdict: failed
// run: {node} {file} {port}
// says: the reply is longer than 1 MiB
import { createServer } from 'node:http';

createServer((_request, response) => {
  const write = () => {
    while (response.write('x'.repeat(65_536)));
  };
  response.on('drain', write);
  write();
}).listen(Number(process.argv[2]), '127.0.0.1');
