// #region imports
import { createRoute } from '@hono/zod-openapi';
import { ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { createRouter } from '../kit/router.ts';
import { readSettings } from './parts/settings.ts';
import { users } from './parts/users.ts';

// #endregion

// #region app
const app = createLab({ title: 'Routers', version: '1.0.0' });
const settings = readSettings(process.env);
// #endregion

// #region include
app.route('/users', users);
// #endregion

// #region versions
const first = createRouter({ tags: ['v1'] });
const second = createRouter({ tags: ['v2'] });
const greeting = (operationId: string) =>
  createRoute({ method: 'get', path: '/greeting', operationId, responses: ok });

first.openapi(greeting('greeting_v1'), (c) => c.json({ message: settings.greeting }, 200));
second.openapi(greeting('greeting_v2'), (c) =>
  c.json({ text: settings.greeting, lang: 'en' }, 200),
);

// #region join
app.route('/v1', first);
app.route('/v2', second);
// #endregion
// #endregion

// #region settings
const info = createRoute({ method: 'get', path: '/info', operationId: 'info', responses: ok });

app.openapi(info, (c) => c.json(settings, 200));
// #endregion

// #region mount
const sub = createLab({ title: 'Sub' });
const ping = createRoute({ method: 'get', path: '/ping', operationId: 'ping', responses: ok });

sub.openapi(ping, (c) => c.json({ pong: true }, 200));

app.mount('/sub', sub.fetch);
// #endregion

export default app;
