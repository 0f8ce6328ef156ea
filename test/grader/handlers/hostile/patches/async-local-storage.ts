// verdict: failed
// says: expected
import { AsyncLocalStorage } from 'node:async_hooks';

AsyncLocalStorage.prototype.run = (() => undefined) as never;
export default () => Response.json({ feature1: 0 });
