// right: No schema at all: plain Hono, and one function that reads a number or notes what is wrong with it.
import { Hono } from 'hono';

const app = new Hono();

app.get('/items/:item_id', (c) => {
  const detail: object[] = [];
  const readNumber = (part: string, name: string, text: string, low: number, high: number) => {
    const add = (type: string, msg: string) =>
      detail.push({ type, loc: [part, name], msg, input: text });
    const value = Number(text);
    if (text.trim() === '' || !Number.isInteger(value)) {
      add('int_parsing', 'Input should be a valid integer, unable to parse string as an integer');
    } else if (value < low) {
      add('greater_than_equal', `Input should be greater than or equal to ${low}`);
    } else if (value > high) {
      add('less_than_equal', `Input should be less than or equal to ${high}`);
    }
    return value;
  };
  const item_id = readNumber('path', 'item_id', c.req.param('item_id'), -Infinity, Infinity);
  const q = c.req.query('q') ?? null;
  const skip = readNumber('query', 'skip', c.req.query('skip') ?? '0', 0, Infinity);
  const limit = readNumber('query', 'limit', c.req.query('limit') ?? '10', 1, 100);
  return detail.length > 0 ? c.json({ detail }, 422) : c.json({ item_id, q, skip, limit });
});

export default app;
