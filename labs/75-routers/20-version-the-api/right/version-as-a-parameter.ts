// right: One route with a pattern of two versions and a table of what each sends; it needs a third of a second to start.
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';

const lang = await wait(300, 'en');

const replies: Record<string, (greeting: string) => object> = {
  v1: (message) => ({ message }),
  v2: (text) => ({ text, lang }),
};

const app = new Hono();

app.get('/:version{v[12]}/greeting/:name', (c) => {
  const { version, name } = c.req.param();
  return c.json(replies[version]?.(`Hello, ${name}`) ?? {});
});

export default app;
