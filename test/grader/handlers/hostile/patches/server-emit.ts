// verdict: stuck
// says: POST /predict was not answered
import { Server } from 'node:http';

const { emit } = Server.prototype;
Server.prototype.emit = function (this: Server, name: string, ...more: unknown[]) {
  return name === 'request' ? true : Reflect.apply(emit, this, [name, ...more]);
} as never;
export default () => Response.json({});
