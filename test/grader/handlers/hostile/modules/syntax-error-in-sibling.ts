// verdict: broken
// says: unfinished-sibling.ts, line 3
import { half } from './unfinished-sibling.ts';

export default () => Response.json({ half });
