import { Hono } from 'hono';
import { z } from 'zod';

// Schemas that let everything through.
const Color = z.any();
const Search = z.any();

const app = new Hono();

app.get('/models/:color', (c) => {
  const result = Color.safeParse(c.req.param('color'));
  return c.json({ color: result.data });
});

app.get('/search', (c) => {
  const sent = {
    'item-query': c.req.query('item-query'),
    tag: c.req.query('tag'),
    exact: c.req.query('exact'),
  };
  const result = Search.safeParse(sent);
  const { 'item-query': itemQuery, tag, exact } = result.data;
  return c.json({ item_query: itemQuery, tags: tag, exact });
});

export default app;
