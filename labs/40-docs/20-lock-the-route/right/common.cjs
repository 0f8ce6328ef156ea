// right: CommonJS and plain Hono: the document is written by hand, with a reference and a second scheme.
const { timingSafeEqual } = require('node:crypto');
const { Hono } = require('hono');

const secret = Buffer.from('secret');

function knowsSecret(header = '') {
  const [kind, token = ''] = header.split(' ');
  const sent = Buffer.from(token);
  const isSame = sent.length === secret.length && timingSafeEqual(sent, secret);
  return kind.toLowerCase() === 'bearer' && isSame;
}

const document = {
  openapi: '3.0.3',
  info: { title: 'By hand', version: '9' },
  paths: {
    '/': { get: { security: [], responses: { 200: { description: 'A greeting' } } } },
    '/report': {
      get: {
        security: [{ Token: [] }],
        responses: { 200: { description: 'The report' }, 401: { description: 'No token' } },
      },
    },
  },
  components: {
    securitySchemes: {
      Key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
      Token: { $ref: '#/components/x-shared/Token' },
    },
    'x-shared': { Token: { type: 'http', scheme: 'Bearer', bearerFormat: 'opaque' } },
  },
};

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello' }));
app.get('/openapi.json', (c) => c.json(document));
app.get('/report', (c) => {
  if (!knowsSecret(c.req.header('authorization'))) {
    return c.text('Unauthorized', 401, { 'WWW-Authenticate': 'Bearer realm="report"' });
  }
  return c.json({ visits: 42 });
});

module.exports = app;
