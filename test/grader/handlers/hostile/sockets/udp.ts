// verdict: failed
// says: the body: expected
import { createSocket } from 'node:dgram';

createSocket('udp4').bind(0, '127.0.0.1');
export default () => Response.json({ feature1: 0 });
