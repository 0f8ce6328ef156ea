import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { Room, Rooms } from '../../../labs/95-realtime/parts/rooms.ts';
import app from '../../../labs/95-realtime/server.ts';
import { createConnect } from '../../../labs/kit/conversation.ts';
import { serveLab } from '../serve-lab.ts';

const countsSchema = z.array(z.looseObject({ room: z.string() }));

let lab: Awaited<ReturnType<typeof serveLab>>;
let api: ReturnType<typeof createConnect>;

beforeAll(async () => {
  lab = await serveLab(app);
});
afterAll(() => lab.stop());
beforeEach(() => {
  api = createConnect(lab.url, 5000, () => {});
});
afterEach(() => api.hangUp());

const enter = (room: string, name: string, origin?: string) =>
  api.connect(
    `/rooms/${room}/ws?name=${name}`,
    origin === undefined ? {} : { headers: { origin } },
  );

/** Asks until it is so, for what only the server knows when. */
async function countOf(room: string, key: 'members' | 'watchers', wanted: number): Promise<void> {
  await expect
    .poll(async () => {
      const counts = countsSchema.parse(await (await fetch(`${lab.url}/rooms`)).json());
      return counts.find((count) => count.room === room);
    })
    .toMatchObject({ [key]: wanted });
}

test('two clients in one room hear of each other', async () => {
  const ada = await enter('first', 'ada');
  const bob = await enter('first', 'bob', lab.url);
  expect(await ada.nextJson()).toEqual({ id: 2, type: 'joined', name: 'bob', text: '' });
  ada.send('hello');
  expect(await bob.nextJson()).toEqual({ id: 3, type: 'said', name: 'ada', text: 'hello' });
  bob.close();
  expect(await ada.nextJson()).toEqual({ id: 4, type: 'left', name: 'bob', text: '' });
  await countOf('first', 'members', 1);
});

test('who may not have a name cannot speak under it', async () => {
  const ada = await enter('second', 'ada');
  const bob = await enter('second', 'bob');
  const other = await enter('second', 'ada');
  other.send('I am Ada');
  expect(await other.next()).toEqual({ code: 4009, reason: 'this name is taken' });
  ada.send('so am I');
  expect(await bob.nextJson()).toMatchObject({ name: 'ada', text: 'so am I' });
  await countOf('second', 'members', 2);
});

test('after a message that is too long nothing more of the same client is told', async () => {
  const ada = await enter('third', 'ada');
  const bob = await enter('third', 'bob');
  await ada.next();
  bob.send('x'.repeat(501));
  bob.send('and more');
  expect(await bob.next()).toEqual({ code: 1009, reason: 'at most 500 characters' });
  expect(await ada.nextJson()).toMatchObject({ type: 'left', name: 'bob' });
  const carl = await enter('third', 'carl');
  expect(await ada.nextJson()).toMatchObject({ type: 'joined', name: 'carl' });
  carl.send(new Uint8Array([1]));
  expect(await carl.next()).toEqual({ code: 1003, reason: 'text only' });
});

test('a watcher who leaves is not counted any more', async () => {
  const leaving = new AbortController();
  const reply = await fetch(`${lab.url}/rooms/fourth/events`, { signal: leaving.signal });
  expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  await countOf('fourth', 'watchers', 1);
  leaving.abort();
  await countOf('fourth', 'watchers', 0);
});

test('another site is refused, and nobody hears of it', async () => {
  const ada = await enter('fifth', 'ada');
  expect((await enter('fifth', 'eve', 'https://evil.test')).status).toBe(403);
  await enter('fifth', 'bob');
  expect(await ada.nextJson()).toMatchObject({ id: 2, name: 'bob' });
});

test('a room keeps its last hundred messages, and of the empty rooms the newest are kept', () => {
  const room = new Room();
  for (let count = 0; count < 120; count++) room.tell('said', 'ada', String(count));
  expect(room.since(0).map(({ id }) => id)).toEqual(
    Array.from({ length: 100 }, (_, index) => index + 21),
  );
  const rooms = new Rooms();
  rooms.enter('full').members.set('ada', () => {});
  for (let count = 1; count <= 60; count++) rooms.enter(`room ${count}`);
  expect(rooms.size).toBe(50);
  expect([...rooms.keys()].slice(0, 2)).toEqual(['full', 'room 12']);
  expect(rooms.enter('room 60')).toBe(rooms.get('room 60'));
});
