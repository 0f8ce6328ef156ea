// #region imports
import { createRoute } from '@hono/zod-openapi';
import { ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';

// #endregion

// #region app
const app = createLab({ title: 'Hello', version: '1.0.0' });
// #endregion

// #region root
const root = createRoute({ method: 'get', path: '/', responses: ok });

app.openapi(root, (c) => c.json({ message: 'Hello World' }, 200));
// #endregion

export default app;
