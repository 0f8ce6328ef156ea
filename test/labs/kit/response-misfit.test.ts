import { z } from '@hono/zod-openapi';
import { expect, test } from 'vitest';
import { date } from '../../../labs/kit/date.ts';
import { describeMisfit } from '../../../labs/kit/response-misfit.ts';

const schema = z.object({
  name: z.string(),
  joined: date(),
  tags: z.array(z.object({ id: z.string() })),
});

test.each([
  [
    { name: 'Ada', joined: null, tags: [] },
    'response.joined: Input should be a valid date (date_type)',
  ],
  [
    { joined: '2025-05-06', tags: [{ id: 1n }] },
    'response.name: Field required (missing); response.tags.0.id: Input should be a valid string (string_type)',
  ],
])('%o does not fit, and it says why', (value, words) => {
  const { error } = schema.safeParse(value);
  expect(error && describeMisfit(value, error, schema)).toBe(words);
});
