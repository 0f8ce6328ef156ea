// verdict: stuck
// deadline: 1.5
// run: {node} {file} {port}
// says: gave no HTTP answer
import { createServer } from 'node:net';

createServer((socket) => {
  socket.on('error', () => {});
  socket.once('data', () => socket.end('HTTP/1.1 200 O'));
}).listen(Number(process.argv[2]), '127.0.0.1');
