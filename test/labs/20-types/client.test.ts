import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, RefusedError } from '../../../labs/20-types/parts/client.ts';
import type { Line, Order } from '../../../labs/20-types/parts/models.ts';
import app from '../../../labs/20-types/server.ts';
import { startTwin } from '../../../labs/kit/record/twin.ts';
import { findPython } from '../../grader/find-python.ts';
import { packageRoot } from '../../servers/spawned.ts';
import { serveLab } from '../serve-lab.ts';

const python = findPython('fastapi', 'uvicorn', 'sklearn', 'joblib');
const labFolder = join(packageRoot, 'labs/20-types');

const order: Order = {
  order_id: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
  placed_at: '2026-03-01T09:30:00+01:00',
  deliver_on: '2026-03-04',
  quantity: 2,
  price: 25,
  size: 'M',
  reference: '0042',
  ship_to: { street: 'Main St', city: 'Oslo' },
  note: null,
  coupon: null,
  gift: true,
  priority: 'high',
  tags: ['a'],
  extras: { ribbon: 1 },
};

let lab: Awaited<ReturnType<typeof serveLab>>;
beforeAll(async () => {
  lab = await serveLab(app);
});
afterAll(() => lab.stop());

async function talkTo(url: string): Promise<void> {
  const client = createClient(url);
  expect(await client.order(order)).toEqual(order);
  const labelled = await client.label({ name: 'lamp', quantity: 2 });
  // The compiler knows the reply as well: `line.quantity` is a number.
  const doubled: number = labelled.line.quantity * 2;
  expect({ ...labelled, doubled }).toEqual({
    label: 'LAMP',
    line: { name: 'lamp', quantity: 2 },
    doubled: 4,
  });
}

test('the client talks to the lab in the types of its models', () => talkTo(lab.url));

test.skipIf(python === undefined)('it talks to the twin as well', async () => {
  const twin = await startTwin(labFolder, python ?? '');
  if (twin.kind === 'unavailable') throw new Error(twin.message);
  try {
    await talkTo(twin.url);
  } finally {
    await twin.stop();
  }
});

describe('a type that does not fit', () => {
  test('is a mistake for the compiler, and for the server where the compiler was not asked', async () => {
    const client = createClient(lab.url);
    // @ts-expect-error `quantity` is a number.
    const wrong: Line = { name: 'lamp', quantity: 'two' };
    const refused = await client.label(wrong).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RefusedError);
    expect(refused).toMatchObject({ status: 422, body: expect.stringContaining('int_parsing') });
  });

  test('is found in a reply, which no compiler sees', async () => {
    const liar = new Hono().post('/checked', (c) => c.json({ label: 'LAMP', line: {} }));
    const server = serve({ fetch: liar.fetch, port: 0, hostname: '127.0.0.1' });
    const { promise, resolve } = Promise.withResolvers<string>();
    server.on('listening', () => resolve(`http://127.0.0.1:${Object(server.address()).port}`));
    try {
      const client = createClient(await promise);
      await expect(client.label({ name: 'lamp', quantity: 2 })).rejects.toThrow('quantity');
    } finally {
      server.close();
    }
  });
});

test.skipIf(python === undefined)('the client in Python talks to the lab', async () => {
  const script = `
import sys
from parts.client import Client
from parts.models import Line, Order
client = Client(sys.argv[1])
print(client.label(Line(name="lamp", quantity=2)).model_dump_json())
print(client.order(Order.model_validate_json(sys.argv[2])).model_dump_json())`;
  const { stdout } = await promisify(execFile)(
    python ?? '',
    ['-B', '-c', script, lab.url, JSON.stringify(order)],
    { cwd: labFolder },
  );
  const [labelled = '', ordered = ''] = stdout.trim().split('\n');
  expect(JSON.parse(labelled)).toEqual({ label: 'LAMP', line: { name: 'lamp', quantity: 2 } });
  expect(JSON.parse(ordered)).toEqual(order);
});
