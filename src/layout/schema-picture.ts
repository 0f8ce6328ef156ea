import type { Block } from '../model/course.ts';
import type { Json } from '../model/exchange.ts';
import type { Line, Span } from '../model/lines.ts';
import { keepProperties, type ModelField, readModel } from '../model/model-fields.ts';
import { codeTitle, toSpans, wrapCodeLine } from './code.ts';
import { formatJson, type JsonLine } from './json.ts';
import { lineWidth, padLine, span, textWidth } from './width.ts';

type SchemaBlock = Extract<Block, { kind: 'schema' }>;

/** A line with whether it is lit. */
type Lit = { line: Line; isLit: boolean };

/** From this width on a schema can be read. */
const narrowestSchema = 34;
const gap = 2;

/** How many steps it takes a schema to grow: one for the class, one for each of its fields. */
export function countSchemaSteps({ code, component, schema }: SchemaBlock): number {
  return readModel(code, component, schema).fields.length + 1;
}

/** A Python model and the schema that is made of it: beside each other where both fit, else below one another. */
export function layoutSchema(block: SchemaBlock, width: number): Line[] {
  const { schema } = block;
  const code = block.code.lines.map((_, index) => index);
  const columns = chooseColumns(block, width);
  const left = codeLines(block, columns.left, () => undefined, code);
  const right = schemaLines(schema, columns.right, undefined);
  return joinPanes(block, columns, left, right);
}

/**
 * The same while it grows, in at most `height` lines: of the schema what the class and its first `step` fields make, the
 * last of them lit on both sides.
 */
export function layoutGrowingSchema(
  block: SchemaBlock,
  step: number,
  { width, height }: { width: number; height: number },
): Line[] {
  const { code, component, schema } = block;
  const { headLine, fields } = readModel(code, component, schema);
  const declared = fields.slice(0, step);
  const current = declared.at(-1);
  const columns = chooseColumns(block, width);
  const isLit = (index: number) =>
    current === undefined ? index === headLine : isWithin(current, index);
  const isKnown = (index: number) =>
    index === headLine || declared.some((field) => isWithin(field, index));
  const all = code.lines.map((_, index) => index);
  const left = codeLines(
    block,
    columns.left,
    (index) => (isLit(index) ? 'lit' : isKnown(index) ? undefined : 'dim'),
    all,
  );
  const grown = keepProperties(schema, namesOf(declared));
  const right = schemaLines(grown, columns.right, {
    property: current?.property,
    isHead: current === undefined,
  });
  const whole = schemaLines(
    keepProperties(schema, namesOf(fields)),
    columns.right,
    undefined,
  ).length;
  return joinPanes(block, columns, left, padTo(right, whole), height);
}

type Columns = { isBeside: boolean; left: number; right: number };

function chooseColumns({ code }: SchemaBlock, width: number): Columns {
  const widest = Math.max(
    ...code.lines.map((line) => textWidth(line.map(({ text }) => text).join(''))),
    textWidth(codeTitle(code)) - 2,
  );
  const left = widest + 2;
  const right = width - left - gap;
  return right >= narrowestSchema
    ? { isBeside: true, left, right }
    : { isBeside: false, left: width, right: width };
}

function isWithin({ firstLine, lastLine }: ModelField, index: number): boolean {
  return firstLine <= index && index <= lastLine;
}

function namesOf(fields: ModelField[]): Set<string> {
  return new Set(fields.flatMap(({ property }) => (property === undefined ? [] : [property])));
}

function codeLines(
  { code }: SchemaBlock,
  width: number,
  lookOf: (index: number) => 'lit' | 'dim' | undefined,
  indices: number[],
): Lit[] {
  return indices.flatMap((index) => {
    const look = lookOf(index);
    const spans = toSpans(code.lines[index] ?? []);
    return wrapCodeLine(look === 'dim' ? dimmed(spans) : spans, width - 2).map((line) => ({
      line: [gutter(look === 'lit'), ...(look === 'lit' ? bold(line) : line)],
      isLit: look === 'lit',
    }));
  });
}

/** What of the schema the newest step has made: a property with its entry in `required`, or all that no field makes. */
type Newest = { property?: string; isHead: boolean };

function schemaLines(schema: Json, width: number, newest: Newest | undefined): Lit[] {
  const properties: unknown = Object(schema).properties;
  const isOpened = (value: unknown) => value === schema || value === properties;
  return formatJson(schema, width - 2, { isOpened }).flatMap((line) => {
    const isLit = newest !== undefined && isMadeBy(line, newest);
    const spans = isLit ? lightEntries(line, newest) : line.spans;
    return wrapCodeLine(spans, width - 2).map((part) => ({
      line: [gutter(isLit), ...part],
      isLit,
    }));
  });
}

function isMadeBy({ path, spans }: JsonLine, { property, isHead }: Newest): boolean {
  const [key, name] = path;
  if (isHead) return path.length > 0 && key !== '/' && key !== 'properties' && key !== 'required';
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

function joinPanes(
  block: SchemaBlock,
  { isBeside, left: leftWidth }: Columns,
  left: Lit[],
  right: Lit[],
  height = Number.POSITIVE_INFINITY,
): Line[] {
  const title: Line = [span(codeTitle(block.code), 'muted')];
  const name: Line = [span(`${block.component} in /openapi.json`, 'muted')];
  if (isBeside) {
    const rows = Math.min(height - 1, Math.max(left.length, right.length));
    const [ofCode, ofSchema] = [left, right].map((lines) => showAround(lines, rows));
    const body = Array.from(
      { length: rows },
      (_, row): Line => [
        ...padLine(ofCode?.[row] ?? [], leftWidth + gap),
        ...(ofSchema?.[row] ?? []),
      ],
    );
    return [[...padLine(title, leftWidth + gap), ...name], ...body];
  }
  const titles = lineWidth(title) > 0 ? 3 : 2;
  const room = height - titles;
  const codeRows =
    left.length + right.length <= room ? left.length : Math.max(3, Math.floor(room * 0.4));
  const shownCode = showAround(left, Math.min(codeRows, left.length));
  const shownSchema = showAround(right, Math.min(room - shownCode.length, right.length));
  return [...(titles === 3 ? [title] : []), ...shownCode, [], name, ...shownSchema];
}

/** So many of the lines that what is lit is among them. */
function showAround(lines: Lit[], rows: number): Line[] {
  const first = Math.max(
    0,
    lines.findIndex(({ isLit }) => isLit),
  );
  const last = Math.max(
    first,
    lines.findLastIndex(({ isLit }) => isLit),
  );
  const centred = Math.floor((first + last + 1 - rows) / 2);
  // The beginning of what is lit is seen in any case.
  const offset = Math.max(0, Math.min(centred, first, lines.length - rows));
  return lines.slice(offset, offset + rows).map(({ line }) => line);
}

function padTo(lines: Lit[], count: number): Lit[] {
  const missing = Math.max(0, count - lines.length);
  return [...lines, ...Array.from({ length: missing }, () => ({ line: [], isLit: false }))];
}

function gutter(isLit: boolean): Span {
  return isLit ? span('▸ ', 'accent', { isBold: true }) : span('│ ', 'muted');
}

function bold(spans: Span[]): Span[] {
  return spans.map((part) => ({ ...part, isBold: true }));
}

function dimmed(spans: Span[]): Span[] {
  return spans.map(({ text }) => span(text, 'muted'));
}
