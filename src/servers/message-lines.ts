import type { Readable } from 'node:stream';

const maxLineLength = 8 * 1024 * 1024;

// Taken before a handler's code can replace them.
const { parse, stringify } = JSON;

/** Reads one JSON value a line; what is no JSON, or longer than 8 MiB, is passed over. */
export function readMessageLines(stream: Readable, onMessage: (value: unknown) => void): void {
  let line = '';
  let isTooLong = false;
  const finish = (): void => {
    const text = line;
    line = '';
    if (isTooLong || text === '') {
      isTooLong = false;
      return;
    }
    const value = parseLine(text);
    if (value !== undefined) onMessage(value);
  };
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    text.split('\n').forEach((piece, index) => {
      if (index > 0) finish();
      if (isTooLong || line.length + piece.length > maxLineLength) {
        isTooLong = true;
        line = '';
      } else {
        line += piece;
      }
    });
  });
  stream.on('error', () => {});
}

/** A plain value as the line that `readMessageLines` reads, whatever `toJSON` a handler gave all objects. */
export function toMessageLine(value: object): string {
  return `${stringify(value, takeAsItIs)}\n`;
}

function takeAsItIs(this: Record<string, unknown>, key: string): unknown {
  return this[key];
}

function parseLine(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
