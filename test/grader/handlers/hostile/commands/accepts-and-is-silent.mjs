// verdict: stuck
// deadline: 1.5
// run: {node} {file} {port}
// says: gave no HTTP answer
import { createServer } from 'node:net';

createServer((socket) => socket.on('error', () => {})).listen(Number(process.argv[2]), '127.0.0.1');
