import type { Line } from '../model/lines.ts';
import { wrapCodeLine } from './code.ts';
import { printable, span } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** One event of a `text/event-stream` body (WHATWG HTML, server-sent events). */
export type StreamEvent = { event?: string; id?: string; data: string };

/** The whole events of a stream; what is still incomplete at its end is left out. */
export function readEvents(body: string): StreamEvent[] {
  const blocks = body.split(/\r?\n\r?\n/);
  return blocks.slice(0, -1).flatMap((block) => {
    const event: StreamEvent = { data: '' };
    const data: string[] = [];
    for (const line of block.split(/\r?\n/)) {
      const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
      if (field === 'data') data.push(value);
      if (field === 'event' || field === 'id') event[field] = value;
    }
    event.data = data.join('\n');
    return data.length === 0 && event.event === undefined ? [] : [event];
  });
}

type Tokens = { text: string; count: number; finishReason?: string };

/** What a stream of OpenAI's `chat.completion.chunk` objects says; undefined for any other stream. */
export function readTokens(events: StreamEvent[]): Tokens | undefined {
  const tokens: Tokens = { text: '', count: 0 };
  for (const { data } of events) {
    if (data === '[DONE]') continue;
    const chunk = parseObject(data);
    if (chunk?.object !== 'chat.completion.chunk') return undefined;
    const { delta, finish_reason: reason } = Object(Object(chunk.choices)[0]);
    const { content } = Object(delta);
    if (typeof content === 'string' && content !== '') {
      tokens.text += content;
      tokens.count += 1;
    }
    if (typeof reason === 'string') tokens.finishReason = reason;
  }
  return events.length === 0 ? undefined : tokens;
}

/** A stream of events as text: what a model says as it says it, or the events one below the other, newest last. */
export function layoutEventStream(
  body: string,
  width: number,
  { isComing, durationMs }: { isComing: boolean; durationMs: number },
): Line[] {
  const events = readEvents(body);
  const tokens = readTokens(events);
  if (tokens === undefined) return events.flatMap((event) => eventLines(event, width));
  const perSecond = tokens.count / Math.max(durationMs / 1000, 0.001);
  const end =
    tokens.finishReason === undefined ? '' : `  finish_reason ${printable(tokens.finishReason)}`;
  const counted = `${tokens.count} tokens  ${perSecond.toFixed(0)} per second`;
  const cursor = isComing ? [span('▌', 'accent')] : [];
  return [
    [span(`${counted}${end}`, 'muted')],
    [],
    ...wrapSpans([span(printable(tokens.text)), ...cursor], Math.min(width, 76)),
  ];
}

function eventLines({ event, id, data }: StreamEvent, width: number): Line[] {
  const names = [event, id === undefined ? undefined : `#${id}`].filter((one) => one !== undefined);
  const name = names.length === 0 ? [] : [span(`${printable(names.join(' '))}  `, 'accent')];
  return wrapCodeLine([...name, span(printable(data), 'code-string')], width);
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object(value) : undefined;
  } catch {
    return undefined;
  }
}
