// verdict: failed
// run: {node} {file} {port}
// says: in the middle of the reply
import { createServer } from 'node:net';

createServer((socket) => {
  socket.on('error', () => {});
  socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{"feature1"'));
}).listen(Number(process.argv[2]), '127.0.0.1');
