// verdict: broken
// says: It exports an app, but by name
import { Hono } from 'hono';

export const app = new Hono();
