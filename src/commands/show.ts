import { toAnsi } from '../layout/ansi.ts';
import { wrapSpans } from '../layout/wrap.ts';
import type { Line, Span } from '../model/lines.ts';
import type { Context } from './context.ts';

/** Prints lines that were laid out for `context.terminal.columns`. */
export function show(context: Context, lines: Line[]): void {
  const { isColoured, isUnicode } = context.terminal;
  context.write(toAnsi(lines, { isColoured, isAscii: !isUnicode }));
}

/** Prints running text, wrapped to the terminal. */
export function say(context: Context, ...spans: (Span | string)[]): void {
  const line = spans.map((part) => (typeof part === 'string' ? { text: part } : part));
  show(context, wrapSpans(line, context.terminal.columns));
}

/** Prints one line of JSON. */
export function showJson(context: Context, value: unknown): void {
  context.write(`${JSON.stringify(value)}\n`);
}

/** Says what went wrong where it does not mix with the output. */
export function complain(context: Context, message: string): void {
  context.writeError(`${message}\n`);
}
