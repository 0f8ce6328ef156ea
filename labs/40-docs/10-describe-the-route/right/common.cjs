// right: CommonJS and plain Hono: the document is written by hand, in OpenAPI 3.0, with references everywhere.
const { Hono } = require('hono');

const degrees = { Oslo: 4, Lima: 19, Cairo: 31 };
const knows = (city) => Object.hasOwn(degrees, city);

const document = {
  openapi: '3.0.3',
  info: { title: 'By hand', version: '9' },
  paths: {
    '/weather/{town}': {
      parameters: [{ $ref: '#/components/parameters/Town' }],
      get: {
        tags: ['public', 'weather'],
        summary: 'Get the weather',
        description: 'Looks up how warm a city is.\n',
        responses: {
          200: { $ref: '#/components/responses/Weather' },
          404: { $ref: '#/components/responses/Unknown' },
        },
        deprecated: false,
      },
    },
    '/degrees/{city}': {
      parameters: [{ name: 'city', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        deprecated: true,
        responses: { 200: { description: '' } },
      },
      post: { responses: { 405: { description: 'Not served' } } },
    },
  },
  components: {
    parameters: {
      Town: {
        name: 'town',
        in: 'path',
        required: true,
        schema: { type: 'string' },
        examples: { cold: { $ref: '#/components/examples/Cold' } },
      },
    },
    examples: { Cold: { summary: 'In the north', value: 'Oslo' } },
    responses: {
      Weather: { description: 'The weather of the city' },
      Unknown: { description: 'No such city' },
    },
  },
};

const app = new Hono();

app.get('/openapi.json', (c) => c.json(document));
app.get('/weather/:city', (c) => {
  const city = c.req.param('city');
  return knows(city)
    ? c.json({ city, degrees: degrees[city] })
    : c.json({ detail: 'Unknown city' }, 404);
});
app.get('/degrees/:city', (c) => {
  const city = c.req.param('city');
  return c.json({ degrees: knows(city) ? degrees[city] : null });
});

module.exports = app;
