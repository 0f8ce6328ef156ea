import { Hono } from 'hono';

type Ticket = {
  event: string;
  section: 'stalls' | 'balcony' | 'box';
  seats: number;
  email: string | null;
  student: boolean;
  extras: Record<string, number>;
};

const prices: Record<Ticket['section'], number> = { stalls: 40, balcony: 25, box: 90 };

function addUp(ticket: Ticket): number {
  return prices[ticket.section] * ticket.seats;
}

const app = new Hono();

app.post('/tickets', async (c) => {
  // The compiler believes this. Who checks it when the program runs?
  const ticket = (await c.req.json()) as Ticket;
  return c.json({ ticket, total: addUp(ticket) });
});

export default app;
