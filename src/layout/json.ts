import type { Json } from '../model/exchange.ts';
import type { Span } from '../model/lines.ts';
import { printable, span, textWidth } from './width.ts';

/** A number as it stands in a JSON text: `1.0` is not `1` to a reader of Python's replies. */
export class WrittenNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** JSON whose numbers may have kept the form they were written in. */
export type WrittenJson = Json | WrittenNumber | WrittenJson[] | { [key: string]: WrittenJson };

/** Parses JSON for showing; undefined when the text is none. */
export function parseWritten(text: string): WrittenJson | undefined {
  const keepSource = (_key: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' && context?.source !== undefined
      ? new WrittenNumber(context.source)
      : value;
  try {
    return JSON.parse(text, keepSource) as WrittenJson;
  } catch {
    return undefined;
  }
}

function isContainer(value: WrittenJson): value is WrittenJson[] | { [key: string]: WrittenJson } {
  return typeof value === 'object' && value !== null && !(value instanceof WrittenNumber);
}

/** One line of formatted JSON. `path` leads to the value that starts on this line. */
export type JsonLine = { spans: Span[]; path: (string | number)[]; valueColumn: number };

function scalarSpan(value: string | number | boolean | null | WrittenNumber): Span {
  if (value instanceof WrittenNumber) return span(printable(value.source), 'code-number');
  if (typeof value === 'string') return span(printable(JSON.stringify(value)), 'code-string');
  return span(String(value), typeof value === 'number' ? 'code-number' : 'code-keyword');
}

/** A value on one line. */
export function inlineJson(value: WrittenJson): Span[] {
  if (!isContainer(value)) return [scalarSpan(value)];
  const isArray = Array.isArray(value);
  const entries: [string | undefined, WrittenJson][] = isArray
    ? value.map((entry) => [undefined, entry])
    : Object.entries(value);
  const inside = entries.flatMap(([key, entry], index) => [
    ...(index > 0 ? [span(', ')] : []),
    ...(key === undefined
      ? []
      : [span(printable(JSON.stringify(key)), 'code-function'), span(': ')]),
    ...inlineJson(entry),
  ]);
  return [span(isArray ? '[' : '{'), ...inside, span(isArray ? ']' : '}')];
}

function widthOf(spans: Span[]): number {
  return spans.reduce((sum, part) => sum + textWidth(part.text), 0);
}

export type FormatJsonOptions = {
  /** Levels of nesting that are always opened, even when they fit on a line. */
  openLevels?: number;
  /** Which of them are always opened, whatever their level. */
  isOpened?: (value: WrittenJson) => boolean;
};

/** JSON as an editor formats it: what fits on a line stays on it. Lines may be wider than `width` where a single value is. */
export function formatJson(
  value: WrittenJson,
  width: number,
  options: FormatJsonOptions = {},
): JsonLine[] {
  const lines: JsonLine[] = [];
  const openLevels = options.openLevels ?? 0;
  const write = (
    entry: WrittenJson,
    prefix: Span[],
    depth: number,
    suffix: Span[],
    path: (string | number)[],
  ): void => {
    const indent = span('  '.repeat(depth));
    const start = [indent, ...prefix];
    const inline = inlineJson(entry);
    const isOpenable = isContainer(entry) && Object.keys(entry).length > 0;
    const mustOpen = isOpenable && (depth < openLevels || (options.isOpened?.(entry) ?? false));
    const valueColumn = widthOf(start);
    if (!isOpenable || (!mustOpen && valueColumn + widthOf(inline) + widthOf(suffix) <= width)) {
      lines.push({ spans: [...start, ...inline, ...suffix], path, valueColumn });
      return;
    }
    const isArray = Array.isArray(entry);
    lines.push({ spans: [...start, span(isArray ? '[' : '{')], path, valueColumn });
    const children: [string | number, WrittenJson][] = isArray
      ? entry.map((child, index) => [index, child])
      : Object.entries(entry);
    children.forEach(([key, child], index) => {
      const childPrefix =
        typeof key === 'number'
          ? []
          : [span(printable(JSON.stringify(key)), 'code-function'), span(': ')];
      const comma = index < children.length - 1 ? [span(',')] : [];
      write(child, childPrefix, depth + 1, comma, [...path, key]);
    });
    lines.push({
      spans: [indent, span(isArray ? ']' : '}'), ...suffix],
      path: [...path, '/'],
      valueColumn,
    });
  };
  write(value, [], 0, [], []);
  return lines;
}
