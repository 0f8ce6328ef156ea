import type { ProgressEvent } from '../model/progress.ts';
import { isProgressEvent } from './read-event.ts';

export type LogReading = {
  events: ProgressEvent[];
  /** Lines that began as ours and were cut off by a crash or a full disk. */
  tornCount: number;
  /** Lines that are none of ours. */
  foreignCount: number;
};

const openingBrace = 0x7b;
const newline = 0x0a;
const carriageReturn = 0x0d;
/** How every event of ours begins, as JSON.stringify writes it. */
const opening = '{"at":"';
/** Longer than any event can be: a folder's path is at most a few thousand bytes. */
const maxLineBytes = 64 * 1024;

/**
 * Takes pieces of the log as they are read and gathers the events.
 * Several events on one line (a torn one, and what another terminal wrote right behind it) are told apart.
 */
export function createLineReader(): {
  push: (bytes: Buffer) => void;
  /** Counts what is left over as a last line. */
  end: () => LogReading;
} {
  const reading: LogReading = { events: [], tornCount: 0, foreignCount: 0 };
  let rest: Buffer = Buffer.alloc(0);
  let isRestTooLong = false;

  function takeLine(bytes: Buffer, start: number, end: number): void {
    const stop = bytes[end - 1] === carriageReturn ? end - 1 : end;
    if (stop <= start) return;
    // Decoding only what can be ours keeps a foreign file of 100 MB bearable.
    if (bytes[start] !== openingBrace || stop - start > maxLineBytes) reading.foreignCount += 1;
    else for (const text of bytes.toString('utf8', start, stop).split(/(?=\{"at":")/)) take(text);
  }

  function take(text: string): void {
    const value = parseJson(text);
    if (isProgressEvent(value)) reading.events.push(value);
    else if (value === undefined && isOpening(text)) reading.tornCount += 1;
    else reading.foreignCount += 1;
  }

  function takeRest(): void {
    if (isRestTooLong) reading.foreignCount += 1;
    else takeLine(rest, 0, rest.length);
    rest = Buffer.alloc(0);
    isRestTooLong = false;
  }

  function keepRest(bytes: Buffer): void {
    if (isRestTooLong || bytes.length === 0) return;
    if (rest.length + bytes.length > maxLineBytes) isRestTooLong = true;
    else rest = Buffer.concat([rest, bytes]);
  }

  return {
    push(bytes) {
      const first = bytes.indexOf(newline);
      keepRest(first === -1 ? bytes : bytes.subarray(0, first));
      if (first === -1) return;
      takeRest();
      let start = first + 1;
      for (let end = start; end < bytes.length; end += 1) {
        if (bytes[end] !== newline) continue;
        takeLine(bytes, start, end);
        start = end + 1;
      }
      keepRest(bytes.subarray(start));
    },
    end() {
      takeRest();
      return reading;
    },
  };
}

function isOpening(text: string): boolean {
  return text.startsWith(opening) || opening.startsWith(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
