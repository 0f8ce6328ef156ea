// verdict: failed
// says: the
import { OutgoingMessage } from 'node:http';

OutgoingMessage.prototype.setHeader = (() => {
  throw new Error('no headers');
}) as never;
export default async (request: Request) => Response.json({ keys: [...request.headers.keys()] });
