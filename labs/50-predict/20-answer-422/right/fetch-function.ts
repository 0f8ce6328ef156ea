// right: A fetch function without Hono, entries with two more keys, and Zod issues that carry the FastAPI type.
import { z } from 'zod';

const messages = {
  missing: 'Field required',
  float_type: 'Input should be a valid number',
  float_parsing: 'Input should be a valid number, unable to parse string as a number',
} as const;

const types = ['missing', 'float_type', 'float_parsing'] as const;

const float = z.unknown().transform((value, context): number => {
  if (typeof value === 'number') return value;
  const isText = typeof value === 'string';
  if (isText && value.trim() !== '' && !Number.isNaN(Number(value))) return Number(value);
  const type = value === undefined ? 'missing' : isText ? 'float_parsing' : 'float_type';
  context.issues.push({ code: 'custom', message: type, input: value });
  return z.NEVER;
});

function refuse(type: string, loc: PropertyKey[], msg: string, input: unknown) {
  return { url: `https://example.com/errors/${type}`, input, msg, loc, type, ctx: {} };
}

/** The list of errors of a body, or the numbers in it. */
function readBody(text: string) {
  let body: Record<string, unknown> | null;
  try {
    body = text.trim() === '' ? null : JSON.parse(text);
  } catch {
    return { detail: [refuse('json_invalid', ['body', 1], 'JSON decode error', {})] };
  }
  if (body === null) return { detail: [refuse('missing', ['body'], messages.missing, null)] };
  const sent = body;
  const feature1 = float.safeParse(sent.feature1);
  const feature2 = float.safeParse(sent.feature2);
  if (feature1.success && feature2.success) {
    return { feature1: feature1.data, feature2: feature2.data };
  }
  const detail = Object.entries({ feature1, feature2 }).flatMap(([field, result]) => {
    const type = types.find((name) => name === result.error?.issues[0]?.message);
    if (type === undefined) return [];
    const input = type === 'missing' ? sent : sent[field];
    return [refuse(type, ['body', field], messages[type], input)];
  });
  return { detail };
}

export default async function handle(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== '/predict') return new Response('', { status: 404 });
  const answer = readBody(await request.text());
  return Response.json(answer, { status: 'detail' in answer ? 422 : 200 });
}
