// verdict: failed
// says: the body: expected
import { createServer } from 'node:http';

createServer((_request, response) => response.end('second')).listen(Number(process.env.SECOND_PORT), '127.0.0.1');
export default () => Response.json({ feature1: 0 });
