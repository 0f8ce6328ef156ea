// verdict: broken
// says: missing-export-of-sibling.ts, line 3 imports createApp from ./sibling.ts, which does not export it
import { createApp } from './sibling.ts';

export default createApp();
