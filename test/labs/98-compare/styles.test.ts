import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { countLines } from '../../../src/course/race.ts';
import { prepareRequest } from '../../../src/course/request-schema.ts';
import { isRefusal } from '../../../src/model/race.ts';
import { folder, type Style, styles } from './start-styles.ts';

const requestSchema = z.object({
  name: z.string().default(''),
  request: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
});
type Sent = z.input<typeof requestSchema>;

const { race, mistakes, entrants } = z
  .object({
    race: requestSchema,
    mistakes: z.array(requestSchema),
    entrants: z.array(z.object({ name: z.string(), file: z.string() })),
  })
  .parse(JSON.parse(readFileSync(join(folder, 'data/race.json'), 'utf8')));

const post = (order: object): Sent => ({ request: 'POST /quotes', body: JSON.stringify(order) });
const ada = { show_id: 1, name: 'Ada', seats: 2 };

async function ask(url: string, sent: Sent) {
  const { method, path, ...rest } = prepareRequest(requestSchema.parse(sent));
  const response = await fetch(url + path, { method, ...rest });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  const json: unknown = isJson ? JSON.parse(text) : undefined;
  return { status: response.status, json };
}

const valid: Sent[] = [
  race,
  post({ show_id: 2, name: 'Al', seats: 1, discount: 'none' }),
  post({ show_id: 3, name: 'x'.repeat(20), seats: 10, discount: 'senior', note: 'y'.repeat(50) }),
  post({ ...ada, discount: 'student', note: null }),
  post({ ...ada, note: '' }),
  post({ ...ada, name: 'Żółć 🎭' }),
  post({ ...ada, name: '  ' }),
  { request: 'GET /shows' },
  { request: 'GET /shows?limit=2' },
  { request: 'GET /shows?limit=20' },
  { request: 'GET /shows/3' },
];

/** What of the mistakes each style takes, or crashes at: `lab.md` counts them. */
const taken: Record<string, Record<string, number>> = {
  'Hono + Zod': {},
  FastAPI: {},
  'node:http': {
    null: 500,
    'sent as text/plain': 200,
    'name of 1 emoji': 200,
    '2.5 seats': 200,
    'note in a list': 200,
    'misspelt discount': 200,
    'limit "abc"': 200,
  },
  Express: {
    'name of 1 emoji': 200,
    '2.5 seats': 200,
    'seats "2 please"': 200,
    'discount in a list': 200,
    'discount "valueOf"': 200,
    'misspelt discount': 200,
    'show "1abc"': 200,
  },
  Flask: {
    null: 500,
    'an order in a list': 500,
    'discount in a list': 500,
    'note in a list': 200,
    'misspelt discount': 200,
    'limit "abc"': 200,
  },
};

/** What each answers to seats as text, and to GET where only POST is served. */
const differing: Record<string, { text: number; method: number }> = {
  'Hono + Zod': { text: 200, method: 405 },
  FastAPI: { text: 200, method: 405 },
  'node:http': { text: 422, method: 404 },
  Express: { text: 200, method: 404 },
  Flask: { text: 422, method: 405 },
};

test('these are the entrants of the race, with as many mistakes as lab.md says', () => {
  expect(styles.map(({ name }) => name)).toEqual(entrants.map(({ name }) => name));
  const about = readFileSync(join(folder, 'lab.md'), 'utf8').replaceAll(/\s+/g, ' ');
  expect(mistakes).toHaveLength(20);
  const counts = Object.values(taken).map((one) => mistakes.length - Object.keys(one).length);
  expect(counts).toEqual([20, 20, 13, 13, 14]);
  expect(about).toContain('By hand it is 13 on `node:http`, 13 in Express and 14 in Flask');
  const [, , ...byHand] = Object.values(taken);
  const names = mistakes.filter(({ name }) => byHand.every((one) => name in one));
  expect(names.map(({ name }) => name)).toEqual(['misspelt discount']);
});

test('Express and Flask are the shortest', () => {
  const lines = entrants.map(({ name, file }) => {
    return { name, lines: countLines(readFileSync(join(folder, file), 'utf8')) };
  });
  const sorted = lines.sort((one, other) => one.lines - other.lines).map(({ name }) => name);
  expect(sorted.slice(0, 2).sort()).toEqual(['Express', 'Flask']);
});

for (const style of styles) {
  if (style.skipped !== undefined) console.log(`Skipped: ${style.name}, ${style.skipped}.`);
  describe.skipIf(style.skipped !== undefined)(style.name, () => describeStyle(style));
}

function describeStyle({ name, start }: Style): void {
  let server: Awaited<ReturnType<Style['start']>>;
  let lab: Awaited<ReturnType<Style['start']>>;
  beforeAll(async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const hono = styles[0] as Style;
    [server, lab] = await Promise.all([start(), hono.start()]);
  });
  afterAll(() => Promise.all([server?.stop(), lab?.stop()]));

  test.each(valid)('answers $request $body as the lab does', async (sent) => {
    const [mine, theirs] = await Promise.all([ask(server.url, sent), ask(lab.url, sent)]);
    expect(mine.status).toBe(200);
    expect(mine.json).toEqual(theirs.json);
  });

  test('takes the mistakes that it is known to take, and no other', async () => {
    const seen: Record<string, number> = {};
    for (const mistake of mistakes) {
      const { status } = await ask(server.url, mistake);
      if (!isRefusal(status)) seen[mistake.name] = status;
    }
    expect(seen).toEqual(taken[name]);
  });

  test('says 404 for a show that is not there', async () => {
    expect((await ask(server.url, { request: 'GET /shows/99' })).status).toBe(404);
  });

  test('names all that is wrong, or the first of it', async () => {
    const sent = { show_id: 1, name: 'A', seats: 'two', discount: 'toddler', note: 'y'.repeat(51) };
    const { status, json } = await ask(server.url, post(sent));
    expect(status).toBe(422);
    const { detail } = z.object({ detail: z.unknown() }).parse(json);
    if (['Hono + Zod', 'FastAPI'].includes(name)) expect(detail).toHaveLength(4);
    else expect(detail).toBe('name must have 2 to 20 characters');
  });

  test('differs from the others where lab.md says so', async () => {
    const text = await ask(server.url, post({ ...ada, seats: '2' }));
    const method = await ask(server.url, { request: 'GET /quotes' });
    expect({ text: text.status, method: method.status }).toEqual(differing[name]);
  });
}

test('Express makes a total of nothing out of a function', async () => {
  const server = await (styles.find(({ name }) => name === 'Express') as Style).start();
  const { json } = await ask(server.url, post({ ...ada, discount: 'valueOf' }));
  await server.stop();
  expect(json).toMatchObject({ total_cents: null });
});
