// verdict: broken
// says: missing-export-of-package.ts, line 3 imports FastAPI from hono, which does not export it
import { FastAPI } from 'hono';

export default new FastAPI();
