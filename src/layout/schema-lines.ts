import type { Json } from '../model/exchange.ts';
import type { Span } from '../model/lines.ts';
import { wrapCodeLine } from './code.ts';
import { formatJson, type JsonLine } from './json.ts';
import { bold, type Lit, markLine } from './lit-lines.ts';
import { span } from './width.ts';

/** What of a schema the newest step has made: a property with its entry in `required`, or all that no field makes. */
export type Newest = { property?: string; isHead: boolean };

/** A schema, each of its properties on lines of its own; what is newest is lit. */
export function schemaLines(schema: Json, width: number, newest?: Newest): Lit[] {
  return formatSchema(schema, width).flatMap((line) => litLines(line, width, newest));
}

/**
 * Only what is newest of a schema, for where there is room for so many lines and not for all of it; the `before` properties
 * made before are counted.
 */
export function newestSchemaLines(
  schema: Json,
  newest: Newest,
  before: number,
  { width, rows }: { width: number; rows: number },
): Lit[] {
  const words = `… ${before} ${before === 1 ? 'property' : 'properties'} so far`;
  const folded = before === 0 ? [] : [markLine([span(words, 'muted')], false)];
  const madeIn = (formatWidth: number) =>
    formatSchema(schema, formatWidth)
      .filter((line) => line.path[0] !== 'required' && isMadeBy(line, newest))
      .flatMap((line) => litLines(line, width, newest));
  const required = requiredLine(schema, newest);
  const opened = [...folded, ...madeIn(width), ...required];
  return opened.length <= rows
    ? opened
    : [...folded, ...madeIn(Number.POSITIVE_INFINITY), ...required];
}

/** The list of required names with the newest alone written out, where it is one of them. */
function requiredLine(schema: Json, { property }: Newest): Lit[] {
  const required: unknown = Object(schema).required;
  const names = Array.isArray(required) ? required : [];
  if (property === undefined || !names.includes(property)) return [];
  const entry = span(JSON.stringify(property), 'code-string', { isBold: true, isUnderlined: true });
  const others = names.length > 1 ? [span('… ', 'muted')] : [];
  const list = [span('  "required"', 'code-function'), span(': ['), ...others, entry, span(']')];
  return [markLine(list, true)];
}

function formatSchema(schema: Json, width: number): JsonLine[] {
  const properties: unknown = Object(schema).properties;
  const isOpened = (value: unknown) => value === schema || value === properties;
  return formatJson(schema, width - 2, { isOpened });
}

function litLines(line: JsonLine, width: number, newest: Newest | undefined): Lit[] {
  const isLit = newest !== undefined && isMadeBy(line, newest);
  const spans = isLit ? lightEntries(line, newest) : line.spans;
  return wrapCodeLine(spans, width - 2).map((part) => markLine(part, isLit));
}

function isMadeBy({ path, spans }: JsonLine, { property, isHead }: Newest): boolean {
  const [key, name] = path;
  if (isHead) return path.length > 0 && !['/', 'properties', 'required'].includes(String(key));
  if (property === undefined) return false;
  if (key === 'properties') return name === property;
  return key === 'required' && spans.some(({ text }) => text === JSON.stringify(property));
}

/** In a list of names on one line only the newest is lit. */
function lightEntries({ path, spans }: JsonLine, { property }: Newest): Span[] {
  if (path[0] !== 'required') return bold(spans);
  const entry = JSON.stringify(property);
  return spans.map((part) =>
    part.text === entry ? { ...part, isBold: true, isUnderlined: true } : part,
  );
}
