// right: The contract comes first, from @hono/zod-openapi, with the reply described as well.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const Ticket = z.object({
  event: z.string(),
  section: z.enum(['stalls', 'balcony', 'box']),
  seats: z.number().int().positive(),
  email: z.union([z.string(), z.null()]),
  student: z.boolean().default(false),
  extras: z.record(z.string(), z.number().int()).default({}),
});

const book = createRoute({
  method: 'post',
  path: '/tickets',
  request: { body: { content: { 'application/json': { schema: Ticket } }, required: true } },
  responses: {
    200: {
      description: 'The ticket',
      content: {
        'application/json': { schema: z.object({ total: z.number(), ticket: Ticket }) },
      },
    },
  },
});

const app = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (!result.success) return c.json({ detail: result.error.issues }, 422);
  },
});

const prices = { stalls: 40, balcony: 25, box: 90 };

app.openapi(book, (c) => {
  const ticket = c.req.valid('json');
  return c.json({ total: ticket.seats * prices[ticket.section], ticket }, 200);
});

export default app;
