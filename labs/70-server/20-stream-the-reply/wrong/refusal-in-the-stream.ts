// rejected-by: refuses-what-is-no-count
// mistake: Begins to send, and then writes what is wrong into the stream.
import { Hono } from 'hono';

const app = new Hono();

function* count(to: number): Generator<string> {
  if (!(to >= 1) || to % 1 > 0) yield `${JSON.stringify({ detail: 'No count' })}\n`;
  for (let n = 1; n <= to; n++) yield `${JSON.stringify({ n })}\n`;
}

app.get('/count', (c) => {
  const to = c.req.query('to');
  const lines = ReadableStream.from(count(to === undefined ? Infinity : Number(to)));
  return new Response(lines.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'application/x-ndjson' },
  });
});

export default app;
