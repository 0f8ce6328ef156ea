// verdict: broken
// says: ended with exit code 0
import { Server } from 'node:net';

Server.prototype.listen = function () {
  return this;
};
export default () => Response.json({});
