// verdict: failed
// run: {node} {file} {port}
// says: the body: expected
import { createServer } from 'node:http';

console.log('{"schemaVersion":1,"status":"passed"}\n✔ passed   6 of 6 checks');
createServer((_request, response) => response.end('{"feature1":0}')).listen(Number(process.argv[2]), '127.0.0.1');
