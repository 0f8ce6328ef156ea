// verdict: broken
// says: other-runtime.ts
import { serve } from 'bun:serve';

export default serve({});
