// verdict: broken
// says: broken-sibling.ts, line 4
import { half } from './broken-sibling.ts';

export default () => Response.json({ half });
