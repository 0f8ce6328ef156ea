import { expect, test } from 'vitest';
import type { SocketEvent } from '../../../src/model/socket.ts';
import { createConnections } from '../../../src/ui/watch/connections.ts';
import type { Person } from '../../../src/ui/watch/rooms.ts';

/** A server that answers only when it is told to. */
function createRoom() {
  const opened: { person: Person; closes: number; on: (event: SocketEvent) => void }[] = [];
  const told: string[] = [];
  const connections = createConnections(
    (person, on) => {
      const one = { person, closes: 0, on };
      opened.push(one);
      return { send: (text) => told.push(`sent ${text}`), close: () => one.closes++ };
    },
    (person, event) => told.push(`${person} ${event.kind}`),
  );
  return { opened, told, connections };
}

const closed = { kind: 'closed', code: 1005, reason: '' } as const;

test('who is entering, or still leaving, gets no second connection', () => {
  const { opened, told, connections } = createRoom();
  connections.enter('ada');
  connections.enter('ada');
  expect(opened).toHaveLength(1);
  opened[0]?.on({ kind: 'opened' });
  connections.leave('ada');
  connections.enter('ada');
  expect(opened).toHaveLength(1);
  opened[0]?.on(closed);
  connections.enter('ada');
  expect(opened).toHaveLength(2);
  expect(told).toEqual(['ada opened', 'ada closed']);
});

test('closing all of them closes each, also those that are not open yet, and nothing is told afterwards', () => {
  const { opened, told, connections } = createRoom();
  connections.enter('ada');
  connections.enter('bob');
  opened[0]?.on({ kind: 'opened' });
  connections.closeAll();
  expect(opened.map(({ closes }) => closes)).toEqual([1, 1]);
  opened[1]?.on({ kind: 'opened' });
  opened[0]?.on(closed);
  expect(told).toEqual(['ada opened']);
});

test('what comes late from an earlier connection is not taken for the one in use', () => {
  const { opened, told, connections } = createRoom();
  connections.enter('ada');
  connections.closeAll();
  connections.enter('ada');
  opened[1]?.on({ kind: 'opened' });
  opened[0]?.on(closed);
  connections.enter('ada');
  connections.send('ada', 'hi');
  expect(opened).toHaveLength(2);
  expect(told).toEqual(['ada opened', 'sent hi']);
});
