// The same route in Express, checked with Zod: what `api-labs race hello` runs beside the lab.
import express from 'express';
import { z } from 'zod';

const Path = z.object({ item_id: z.coerce.number().int() });
const Query = z.object({
  q: z.string().nullable().default(null),
  skip: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});

const app = express();

app.get('/items/:item_id', (request, response) => {
  const path = Path.safeParse(request.params);
  const query = Query.safeParse(request.query);
  if (!path.success || !query.success) {
    const issues = [...(path.error?.issues ?? []), ...(query.error?.issues ?? [])];
    response.status(422).json({ detail: issues });
    return;
  }
  response.json({ ...path.data, ...query.data });
});

app.listen(Number(process.env.PORT), '127.0.0.1');
