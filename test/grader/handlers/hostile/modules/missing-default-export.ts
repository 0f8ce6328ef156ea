// verdict: broken
// says: missing-default-export.ts, line 3 imports default from ./sibling.ts, which does not export it
import sibling from './sibling.ts';

export default sibling;
