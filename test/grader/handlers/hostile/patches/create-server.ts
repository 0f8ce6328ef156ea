// verdict: broken
// says: no server for you
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';

http.createServer = (() => {
  throw new Error('no server for you');
}) as never;
syncBuiltinESMExports();
export default () => Response.json({ feature1: 0 });
