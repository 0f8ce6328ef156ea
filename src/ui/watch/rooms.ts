import { padLine, printable, span } from '../../layout/width.ts';
import { wrapSpans } from '../../layout/wrap.ts';
import type { Line } from '../../model/lines.ts';
import type { SocketEvent } from '../../model/socket.ts';
import type { Room } from '../room.ts';

export const people = ['ada', 'bob'] as const;
export type Person = (typeof people)[number];

type Entry = { tone: 'muted' | 'plain' | 'accent' | 'wrong'; text: string };

/** One of the two who talk: their connection, what went over it, and what they are about to say. */
type Side = { isOpen: boolean; entries: Entry[]; draft: string };

/** Two people in one room, as seen by each of them. */
export type Rooms = { active: Person; sides: Record<Person, Side>; lastFrame?: string };

export type RoomsEvent =
  | { kind: 'socket'; person: Person; event: SocketEvent }
  | { kind: 'said'; person: Person }
  | { kind: 'typed'; text: string }
  | { kind: 'erased' | 'cleared' | 'turned' };

const keptEntries = 100;
/** As many characters as the lab takes in one message. */
const maxDraft = 500;

const emptySide: Side = { isOpen: false, entries: [], draft: '' };
export const noRooms: Rooms = { active: 'ada', sides: { ada: emptySide, bob: emptySide } };

export function reduceRooms(state: Rooms, event: RoomsEvent): Rooms {
  const { active } = state;
  const { draft } = state.sides[active];
  switch (event.kind) {
    case 'typed':
      return changeSide(state, active, { draft: `${draft}${event.text}`.slice(0, maxDraft) });
    case 'erased':
      return changeSide(state, active, { draft: [...draft].slice(0, -1).join('') });
    case 'cleared':
      return changeSide(state, active, { draft: '' });
    case 'turned':
      return { ...state, active: active === 'ada' ? 'bob' : 'ada' };
    case 'said': {
      const said = state.sides[event.person].draft;
      const next = addEntry(state, event.person, { tone: 'plain', text: `you: ${said}` });
      return {
        ...changeSide(next, event.person, { draft: '' }),
        lastFrame: `${event.person} sent ${said}`,
      };
    }
    case 'socket':
      return takeIn(state, event.person, event.event);
    default:
      return event satisfies never;
  }
}

function takeIn(state: Rooms, person: Person, event: SocketEvent): Rooms {
  switch (event.kind) {
    case 'opened': {
      const opened = changeSide(state, person, { isOpen: true });
      return addEntry(opened, person, {
        tone: 'muted',
        text: 'connected: 101 Switching Protocols',
      });
    }
    case 'message': {
      const next = addEntry(state, person, wordsOf(event.text));
      return { ...next, lastFrame: `${person} got ${event.text}` };
    }
    case 'closed': {
      const reason = event.reason === '' ? '' : ` ${event.reason}`;
      const closed = changeSide(state, person, { isOpen: false });
      const tone = event.code === 1000 || event.code === 1005 ? 'muted' : 'wrong';
      return addEntry(closed, person, { tone, text: `closed: ${event.code}${reason}` });
    }
    default:
      return event satisfies never;
  }
}

/** A message of the room as a person reads it; any other as it came. */
function wordsOf(frame: string): Entry {
  const { type, name, text } = readObject(frame);
  if (type === 'said') return { tone: 'accent', text: `${name}: ${text}` };
  if (type === 'joined' || type === 'left') return { tone: 'muted', text: `${name} ${type}` };
  return { tone: 'plain', text: frame };
}

function readObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function changeSide(state: Rooms, person: Person, change: Partial<Side>): Rooms {
  return { ...state, sides: { ...state.sides, [person]: { ...state.sides[person], ...change } } };
}

function addEntry(state: Rooms, person: Person, entry: Entry): Rooms {
  const entries = [...state.sides[person].entries, entry].slice(-keptEntries);
  return changeSide(state, person, { entries });
}

/** The two sides beside each other, what each types below, and the last frame as it went over the wire. */
export function layoutRooms(state: Rooms, { width, height }: Room): Line[] {
  const columnWidth = Math.floor((width - 3) / 2);
  const rows = Math.max(1, height - 4);
  const columns = people.map((person) => sideLines(state, person, columnWidth, rows));
  const [left = [], right = []] = columns;
  const body = left.map(
    (line, row): Line => [
      ...padLine(line, columnWidth),
      span(' │ ', 'muted'),
      ...(right[row] ?? []),
    ],
  );
  const frame = state.lastFrame === undefined ? 'nothing yet' : printable(state.lastFrame);
  const wire: Line = [span('ON THE WIRE  ', 'muted'), span(frame, 'code-string')];
  return [...body, [span('─'.repeat(width), 'muted')], ...wrapSpans(wire, width)].slice(0, height);
}

function sideLines(state: Rooms, person: Person, width: number, rows: number): Line[] {
  const { isOpen, entries, draft } = state.sides[person];
  const isActive = person === state.active;
  const head: Line = [
    isOpen ? span('● ', 'ok') : span('○ ', 'wrong'),
    span(person.toUpperCase(), isActive ? 'accent' : 'muted', { isBold: isActive }),
  ];
  const lines = entries.flatMap(({ tone, text }) =>
    wrapSpans([span(printable(text), tone)], width),
  );
  const shown = lines.slice(-(rows - 1));
  const filler = Array.from({ length: rows - 1 - shown.length }, (): Line => []);
  // The end of what is typed is what one looks at.
  const visible = [...printable(draft)].slice(-(width - 3)).join('');
  const typed: Line = isActive
    ? [span('> ', 'accent'), span(visible), span(' ', undefined, { isInverse: true })]
    : [span(`> ${visible}`, 'muted')];
  return [head, ...shown, ...filler, typed];
}
