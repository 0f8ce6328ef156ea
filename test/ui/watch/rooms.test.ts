import { expect, test } from 'vitest';
import { plainText } from '../../../src/model/lines.ts';
import type { SocketEvent } from '../../../src/model/socket.ts';
import {
  layoutRooms,
  noRooms,
  type Person,
  type RoomsEvent,
  reduceRooms,
} from '../../../src/ui/watch/rooms.ts';

const run = (...events: RoomsEvent[]) => events.reduce(reduceRooms, noRooms);
const socket = (person: Person, event: SocketEvent): RoomsEvent => ({
  kind: 'socket',
  person,
  event,
});
const message = (fields: object): SocketEvent => ({
  kind: 'message',
  text: JSON.stringify({ id: 1, ...fields }),
});

test('each types and says for themselves', () => {
  const state = run(
    { kind: 'typed', text: 'helloo' },
    { kind: 'erased' },
    { kind: 'turned' },
    { kind: 'typed', text: 'hi' },
    { kind: 'cleared' },
  );
  expect(state.active).toBe('bob');
  expect([state.sides.ada.draft, state.sides.bob.draft]).toEqual(['hello', '']);
  const said = reduceRooms(state, { kind: 'said', person: 'ada' });
  expect(said.sides.ada.draft).toBe('');
  expect(said.lastFrame).toBe('ada sent hello');
});

test('two in one room, with what went over the wire', () => {
  const state = run(
    socket('ada', { kind: 'opened' }),
    socket('bob', { kind: 'opened' }),
    socket('ada', message({ type: 'joined', name: 'bob', text: '' })),
    { kind: 'typed', text: 'hello' },
    { kind: 'said', person: 'ada' },
    socket('bob', message({ type: 'said', name: 'ada', text: 'hello' })),
    socket('bob', { kind: 'closed', code: 1009, reason: 'at most 500 characters' }),
  );
  const lines = layoutRooms(state, { width: 64, height: 11 });
  expect(lines.map((line) => plainText(line).trimEnd())).toMatchInlineSnapshot(`
    [
      "● ADA                          │ ○ BOB",
      "connected: 101 Switching       │ connected: 101 Switching",
      "Protocols                      │ Protocols",
      "bob joined                     │ ada: hello",
      "you: hello                     │ closed: 1009 at most 500",
      "                               │ characters",
      "                               │",
      ">                              │ >",
      "────────────────────────────────────────────────────────────────",
      "ON THE WIRE  bob got",
      "{"id":1,"type":"said","name":"ada","text":"hello"}",
    ]
  `);
});
