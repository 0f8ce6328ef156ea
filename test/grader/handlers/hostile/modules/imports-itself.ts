// verdict: failed
// says: the body: expected
import * as self from './imports-itself.ts';

export default () => Response.json({ keys: Object.keys(self) });
