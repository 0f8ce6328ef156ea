import type { Readable } from 'node:stream';

const maxLength = 64 * 1024;

/** The end of a child's output: everything is read, so that the child never waits, little is kept. */
export type OutputTail = { text: () => string };

/** Keeps the last 64 KiB of both streams and hands each piece to `onText`. */
export function keepOutputTail(
  streams: { stdout: Readable; stderr: Readable },
  onText: (stream: 'stdout' | 'stderr', text: string) => void,
): OutputTail {
  let tail = '';
  for (const stream of ['stdout', 'stderr'] as const) {
    streams[stream].setEncoding('utf8');
    streams[stream].on('data', (text: string) => {
      tail += text;
      if (tail.length > 2 * maxLength) tail = tail.slice(-maxLength);
      onText(stream, text);
    });
    streams[stream].on('error', () => {});
  }
  return { text: () => tail.slice(-maxLength) };
}
