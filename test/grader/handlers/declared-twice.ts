import { Hono } from 'hono';

const app = new Hono();
let app = new Hono();

export default app;
