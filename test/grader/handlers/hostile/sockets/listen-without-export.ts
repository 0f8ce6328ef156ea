// verdict: broken
// says: starts a server of its own
import { createServer } from 'node:http';

createServer((_request, response) => response.end('{}')).listen(Number(process.env.SECOND_PORT), '127.0.0.1');
