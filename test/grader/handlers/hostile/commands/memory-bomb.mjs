// verdict: broken
// run: {node} --max-old-space-size=60 {file} {port}
// says: used up its memory
import { createServer } from 'node:http';

const kept = [];
createServer((request, response) => {
  if (request.method === 'POST') for (;;) kept.push({ n: [kept.length] });
  response.end('{}');
}).listen(Number(process.argv[2]), '127.0.0.1');
