import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', () => new Promise(() => {}));

export default app;
