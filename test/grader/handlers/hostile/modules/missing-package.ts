// verdict: broken
// says: missing-package.ts, line 3 imports no-such-package, which was not found
import nothing from 'no-such-package';

export default () => Response.json(nothing);
