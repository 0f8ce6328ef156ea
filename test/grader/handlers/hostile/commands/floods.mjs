// verdict: failed
// run: {node} {file} {port}
// says: the body: expected
import { createServer } from 'node:http';

setInterval(() => process.stdout.write('flood '.repeat(50_000)), 1);
setInterval(() => process.stderr.write(Buffer.alloc(50_000, 200)), 1);
createServer((_request, response) => response.end('{"feature1":0}')).listen(Number(process.argv[2]), '127.0.0.1');
