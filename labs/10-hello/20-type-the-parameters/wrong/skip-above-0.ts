// rejected-by: takes-the-whole-range
// mistake: It leaves 0 out of the range of skip.
import { Hono } from 'hono';
import { z } from 'zod';

const int = z
  .string()
  .regex(/^[-+]?\d+$/)
  .transform(Number);

const Parameters = z.object({
  item_id: int,
  q: z.string().nullable().default(null),
  skip: int.pipe(z.number().positive()).default(0),
  limit: int.pipe(z.number().min(1).max(100)).default(10),
});

function nameIssue(issue: z.core.$ZodIssue) {
  if (issue.code === 'too_small') {
    const msg = `Input should be greater than or equal to ${issue.minimum}`;
    return { type: 'greater_than_equal', msg };
  }
  if (issue.code === 'too_big') {
    const msg = `Input should be less than or equal to ${issue.maximum}`;
    return { type: 'less_than_equal', msg };
  }
  const msg = 'Input should be a valid integer, unable to parse string as an integer';
  return { type: 'int_parsing', msg };
}

const app = new Hono();

app.get('/items/:item_id', (c) => {
  const path = c.req.param();
  const sent: Record<string, string> = { ...c.req.query(), ...path };
  const result = Parameters.safeParse(sent);
  if (result.success) return c.json(result.data);
  const detail = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return { ...nameIssue(issue), loc: [name in path ? 'path' : 'query', name], input: sent[name] };
  });
  return c.json({ detail }, 422);
});

export default app;
