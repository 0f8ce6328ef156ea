import { Hono } from 'hono';

enum Field {
  First = 'feature1',
  Second = 'feature2',
}

class Reader {
  constructor(private readonly body: Record<string, unknown>) {}

  read(field: Field): number {
    const value = this.body[field];
    if (typeof value !== 'number') throw new Error(`${field} is no number`);
    return value;
  }
}

const app = new Hono();

app.post('/predict', async (c) => {
  const reader = new Reader(await c.req.json());
  return c.json({ feature1: reader.read(Field.First), feature2: reader.read(Field.Second) });
});

export default app;
