import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RecordedExchange } from '../../labs/kit/record/exchange.ts';
import { send } from '../../labs/kit/record/exchange.ts';
import type { Stage } from '../../labs/kit/stages.ts';
import { findLabs } from './find-labs.ts';
import { expectSameReply } from './same-reply.ts';
import { serveLab } from './serve-lab.ts';

/** Their replies take seconds by design; `stages.test.ts` of the servers looks at their ways. */
const slow = ['async', 'microservices'];

const told: Stage[] = [];
const take = (stage: unknown) => told.push(stage as Stage);

beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  subscribe('api-labs:stage', take);
});
afterAll(() => unsubscribe('api-labs:stage', take));

const labs = (await findLabs()).filter(({ slug }) => !slow.includes(slug));

describe.each(labs)('the lab $slug, while somebody looks on', ({ app, recording }) => {
  let lab: Awaited<ReturnType<typeof serveLab>>;
  beforeAll(async () => {
    lab = await serveLab(app);
  });
  afterAll(() => lab.stop());

  test.each(recording.exchanges)('answers $name the same, and tells why', async (exchange) => {
    told.length = 0;
    expectSameReply(await send(lab.url, exchange.request), exchange.response);
    expectFittingWay(exchange, told);
  });
});

/** Where a way stopped decides which statuses are possible. */
function expectFittingWay({ response }: RecordedExchange, stages: Stage[]): void {
  expect(stages.length).toBeGreaterThan(0);
  for (const stage of stages) expect(stage.endedAtMs, stage.name).toBeGreaterThanOrEqual(0);
  const stops = stages.filter(({ outcome }) => outcome === 'answered' || outcome === 'threw');
  const [stop] = stops;
  const where = stop === undefined ? 'none' : `${stop.name} ${stop.outcome}`;
  const possible: Record<string, number[]> = {
    'routing answered': [307, 403, 404, 405],
    'validation answered': [400, 422],
    'response threw': [500],
  };
  if (response.status === 405 || response.status === 307) expect(where).toBe('routing answered');
  const statuses = possible[where];
  if (statuses !== undefined) expect(statuses).toContain(response.status);
  if (stop === undefined) {
    expect(stages.at(-1)?.name).toBe('response');
    expect(response.status).not.toBe(500);
  } else if (stop.name !== 'validation') expect(stops).toHaveLength(1);
}
