// verdict: broken
// says: written with its ending
import { Input } from './sibling';

export default () => Response.json(Input);
