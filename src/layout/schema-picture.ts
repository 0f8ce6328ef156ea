import type { Block } from '../model/course.ts';
import type { Line } from '../model/lines.ts';
import { keepProperties, type ModelField, readModel } from '../model/model-fields.ts';
import { codeTitle, toSpans, wrapCodeLine } from './code.ts';
import { bold, dimmed, type Lit, markLine, showAround } from './lit-lines.ts';
import { newestSchemaLines, schemaLines } from './schema-lines.ts';
import { padLine, span, textWidth } from './width.ts';

export type SchemaBlock = Extract<Block, { kind: 'schema' }>;

/** So narrow a column can still be read, of code and of a schema. */
const narrowestColumn = 34;
const gap = 2;

/** How many steps it takes a schema to grow: one for the class, one for each of its fields. */
export function countSchemaSteps({ code, component, schema }: SchemaBlock): number {
  return readModel(code, component, schema).fields.length + 1;
}

/** A Python model and the schema that is made of it: beside each other where both fit, else below one another. */
export function layoutSchema(block: SchemaBlock, width: number): Line[] {
  const columns = chooseColumns(block, width);
  const left = codeLines(block, columns.left, () => 'known');
  const right = schemaLines(block.schema, columns.right);
  return joinPanes(block, columns, { left, right, rows: Math.max(left.length, right.length) });
}

/**
 * The same while it grows, in at most `height` lines: of the schema what the class and its first `step` fields make, the
 * last of them lit on both sides. It stays as high as it will be.
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
  const left = codeLines(block, columns.left, (index) => {
    if (current === undefined ? index === headLine : isWithin(current, index)) return 'lit';
    const isKnown = index === headLine || declared.some((field) => isWithin(field, index));
    return isKnown ? 'known' : 'unknown';
  });
  const whole = schemaLines(keepProperties(schema, namesOf(fields)), columns.right).length;
  const { codeRows, schemaRows } = shareRows(columns, left.length, whole, height);
  const grown = keepProperties(schema, namesOf(declared));
  const newest = { property: current?.property, isHead: current === undefined };
  const right =
    whole <= schemaRows
      ? schemaLines(grown, columns.right, newest)
      : newestSchemaLines(grown, newest, namesOf(declared.slice(0, -1)).size, {
          width: columns.right,
          rows: schemaRows,
        });
  const rows = columns.isBeside ? Math.max(codeRows, schemaRows) : schemaRows;
  return joinPanes(block, columns, { left, right, rows, codeRows });
}

type Columns = { isBeside: boolean; left: number; right: number };

function chooseColumns({ code }: SchemaBlock, width: number): Columns {
  const widest = Math.max(
    ...code.lines.map((line) => textWidth(line.map(({ text }) => text).join(''))),
    textWidth(codeTitle(code)) - 2,
  );
  const left = Math.min(widest + 2, width - gap - narrowestColumn);
  return left >= Math.min(widest + 2, narrowestColumn)
    ? { isBeside: true, left, right: width - left - gap }
    : { isBeside: false, left: width, right: width };
}

/** How many lines of each side are shown in so many lines in all. */
function shareRows({ isBeside }: Columns, code: number, schema: number, height: number) {
  const titles = isBeside ? 1 : 3;
  const room = Math.max(4, height - titles);
  if (isBeside) return { codeRows: Math.min(code, room), schemaRows: Math.min(schema, room) };
  const codeRows = code + schema <= room ? code : Math.min(code, Math.max(2, room - 6));
  return { codeRows, schemaRows: Math.min(schema, room - codeRows) };
}

function isWithin({ firstLine, lastLine }: ModelField, index: number): boolean {
  return firstLine <= index && index <= lastLine;
}

function namesOf(fields: ModelField[]): Set<string> {
  return new Set(fields.flatMap(({ property }) => (property === undefined ? [] : [property])));
}

type Look = 'lit' | 'known' | 'unknown';

function codeLines({ code }: SchemaBlock, width: number, lookOf: (line: number) => Look): Lit[] {
  const looks = { lit: bold, known: (line: Line) => line, unknown: dimmed };
  return code.lines.flatMap((line, index) => {
    const look = lookOf(index);
    const parts = wrapCodeLine(looks[look](toSpans(line)), width - 2);
    return parts.map((part) => markLine(part, look === 'lit'));
  });
}

type Panes = { left: Lit[]; right: Lit[]; rows: number; codeRows?: number };

function joinPanes(
  block: SchemaBlock,
  { isBeside, left: leftWidth }: Columns,
  { left, right, rows, codeRows = left.length }: Panes,
): Line[] {
  const title: Line = [span(codeTitle(block.code), 'muted')];
  const name: Line = [span(`${block.component} in /openapi.json`, 'muted')];
  const [ofCode, ofSchema] = [showAround(left, codeRows), showAround(right, rows)];
  const filled = Array.from({ length: rows }, (_, row): Line => ofSchema[row] ?? []);
  if (!isBeside) return [title, ...ofCode, [], name, ...filled];
  const beside = (one: Line, other: Line) => [...padLine(one, leftWidth + gap), ...other];
  return [beside(title, name), ...filled.map((line, row) => beside(ofCode[row] ?? [], line))];
}
