// verdict: broken
// says: Cannot access 'limit' before initialization
import { half } from './cycle-other.ts';

export const limit = 10;
export default () => Response.json({ half });
