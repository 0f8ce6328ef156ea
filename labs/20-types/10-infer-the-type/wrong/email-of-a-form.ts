// rejected-by: answers-with-the-ticket
// mistake: Asks the email for the form of an address.
import { Hono } from 'hono';
import { z } from 'zod';

const Ticket = z.object({
  event: z.string(),
  section: z.literal(['stalls', 'balcony', 'box']),
  seats: z.int().min(1),
  email: z.email().nullable(),
  student: z.boolean().default(false),
  extras: z.record(z.string(), z.int()).default({}),
});
type Ticket = z.infer<typeof Ticket>;

const prices: Record<Ticket['section'], number> = { stalls: 40, balcony: 25, box: 90 };

function addUp(ticket: Ticket): number {
  return prices[ticket.section] * ticket.seats;
}

const app = new Hono();

app.post('/tickets', async (c) => {
  const result = Ticket.safeParse(await c.req.json());
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  const ticket = result.data;
  return c.json({ ticket, total: addUp(ticket) });
});

export default app;
