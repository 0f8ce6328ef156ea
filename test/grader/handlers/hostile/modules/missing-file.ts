// verdict: broken
// says: imports
import { Input } from './no-such-input.ts';

export default () => Response.json(Input);
