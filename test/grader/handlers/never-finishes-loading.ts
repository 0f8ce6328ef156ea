import { Hono } from 'hono';

await new Promise(() => {});

export default new Hono();
