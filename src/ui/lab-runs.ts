import type { Exchange } from '../model/exchange.ts';
import type { Downtime, ServerEvent } from '../model/server.ts';

/** One line of a lab's log; `number` counts from 1 and never repeats. */
export type LogEntry = { number: number } & (
  | { kind: 'exchange'; exchange: Exchange }
  | { kind: 'note'; tone: 'muted' | 'accent' | 'wrong'; text: string }
  | ({ kind: 'threw' } & Omit<Extract<ServerEvent, { kind: 'threw' }>, 'kind'>)
);

export type LabState =
  | { kind: 'stopped' }
  | ({ kind: 'starting' } & Partial<Address>)
  | ({ kind: 'running' } & Address)
  | ({ kind: 'failed' } & Downtime & Partial<Address>);

type Address = { url: string; port: number; portNote?: string };

/** A lab as this session knows it: what it does and what it answered. */
export type LabRun = { state: LabState; log: LogEntry[]; logged: number };

export type LabRunEvent =
  | { kind: 'changed'; lab: string; state: LabState }
  | { kind: 'server'; lab: string; event: ServerEvent };

const maxLogEntries = 500;
/** Of what is printed in one go: a flood must not keep the keys waiting. */
const maxLinesAtOnce = 50;

export const stoppedLab: LabRun = { state: { kind: 'stopped' }, log: [], logged: 0 };

/** All labs of the session after one event. */
export function reduceLabRuns(
  runs: Record<string, LabRun>,
  event: LabRunEvent,
): Record<string, LabRun> {
  const run = runs[event.lab] ?? stoppedLab;
  switch (event.kind) {
    case 'changed':
      return { ...runs, [event.lab]: { ...run, state: event.state } };
    case 'server':
      return { ...runs, [event.lab]: logServerEvent(run, event.event) };
    default:
      return event satisfies never;
  }
}

/** An exchange as the lab itself recorded it, which knows its way; undefined until it is told. */
export function findRecorded(run: LabRun | undefined, sent: Exchange): Exchange | undefined {
  if (sent.stages !== undefined) return sent;
  if (run === undefined || sent.clientPort === undefined) return undefined;
  const entry = run.log.findLast(
    (one) =>
      one.kind === 'exchange' &&
      one.exchange.clientPort === sent.clientPort &&
      one.exchange.request.method === sent.request.method,
  );
  return entry?.kind === 'exchange' ? entry.exchange : undefined;
}

function logServerEvent(run: LabRun, event: ServerEvent): LabRun {
  switch (event.kind) {
    case 'exchange':
      return addEntry(run, { kind: 'exchange', exchange: event.exchange });
    case 'output':
      // Where an error came from is told by `threw`, in one line.
      return event.text
        .split('\n')
        .filter((text) => text.trim() !== '' && !/^\s+at /.test(text))
        .slice(-maxLinesAtOnce)
        .reduce<LabRun>((next, text) => addEntry(next, { kind: 'note', tone: 'muted', text }), run);
    case 'threw':
      return addEntry(run, event);
    case 'restarting':
      return { ...run, state: { ...addressOf(run.state), kind: 'starting' } };
    case 'serving': {
      const next = withState(run, (address) => ({ ...address, kind: 'running' }));
      if (!event.isRestart) return next;
      return addEntry(next, { kind: 'note', tone: 'accent', text: 'restarted after a save' });
    }
    case 'down': {
      const { message, remedy, error } = event;
      const down = { ...addressOf(run.state), kind: 'failed', message, remedy, error } as const;
      const text = `not running: ${message}`;
      return addEntry({ ...run, state: down }, { kind: 'note', tone: 'wrong', text });
    }
    case 'ended': {
      if (run.state.kind !== 'running') return run;
      const message = event.error?.message ?? 'The lab ended by itself.';
      return {
        ...addEntry(run, { kind: 'note', tone: 'wrong', text: message }),
        state: { kind: 'failed', message, remedy: 'Press s to start it again.' },
      };
    }
    default:
      return event satisfies never;
  }
}

function addressOf(state: LabState): Partial<Address> {
  if (state.kind === 'stopped') return {};
  const { url, port, portNote } = state;
  return { url, port, portNote };
}

function withState(run: LabRun, change: (address: Address) => LabState): LabRun {
  const { url, port, portNote } = addressOf(run.state);
  if (url === undefined || port === undefined) return run;
  return { ...run, state: change({ url, port, portNote }) };
}

type NewEntry = LogEntry extends infer Entry
  ? Entry extends LogEntry
    ? Omit<Entry, 'number'>
    : never
  : never;

function addEntry(run: LabRun, entry: NewEntry): LabRun {
  const number = run.logged + 1;
  const log = [...run.log, { ...entry, number }].slice(-maxLogEntries);
  return { ...run, log, logged: number };
}
