import type { Block, Inline, PreparedRequest } from '../model/course.ts';
import type { Line, Span } from '../model/lines.ts';
import { layoutCode, layoutCompare } from './code.ts';
import { inlineSpans, inlineText, layoutInline } from './inline.ts';
import { layoutSchema } from './schema-picture.ts';
import { lineWidth, padLine, printable, span, textColumns, textWidth } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** Blocks as lines of at most `width` columns, one empty line between two blocks. */
export function layoutBlocks(blocks: Block[], width: number): Line[] {
  return blocks.flatMap((block, index) => [
    ...(index > 0 ? [[]] : []),
    ...layoutBlock(block, width),
  ]);
}

export function layoutBlock(block: Block, width: number): Line[] {
  const textWidthHere = Math.min(width, textColumns);
  switch (block.kind) {
    case 'paragraph':
      return layoutInline(block.text, textWidthHere);
    case 'heading':
      return wrapSpans(inlineSpans(block.text, { tone: 'accent', isBold: true }), textWidthHere);
    case 'quote': {
      const bar = [span('┃ ', 'accent')];
      return wrapSpans(inlineSpans(block.text, { isBold: true }), textWidthHere, { indent: bar });
    }
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.isOrdered ? `${index + 1}. ` : '• ';
        return layoutInline(item, textWidthHere, {
          firstIndent: [span(mark, 'accent')],
          indent: [span(' '.repeat(textWidth(mark)))],
        });
      });
    case 'table':
      return layoutTable(block.header, block.rows, width);
    case 'code':
      return layoutCode(block.code, width);
    case 'compare':
      return layoutCompare(block, width);
    case 'prediction':
      return layoutPrediction(block, textWidthHere);
    case 'timeline':
      return layoutTimeline(block, textWidthHere);
    case 'schema':
      return layoutSchema(block, width);
    case 'correction':
      return layoutCorrection(block, textWidthHere);
    case 'exercise':
      return [[span('▸ ', 'accent'), span(`api-labs grade ${block.exercise}`, 'code-function')]];
    default:
      return block satisfies never;
  }
}

/** A request as one would read it aloud: its first line, its headers where they matter, its body. */
export function layoutRequest(request: PreparedRequest, width: number): Line[] {
  const first = wrapSpans(
    [span(request.method, 'accent', { isBold: true }), span(` ${printable(request.path)}`)],
    width,
  );
  const body =
    request.body === undefined
      ? []
      : request.body === ''
        ? [[span('(empty body)', 'muted')]]
        : printable(request.body)
            .split('\n')
            .flatMap((text) => wrapSpans([span(text, 'code-string')], width));
  return [...first, ...layoutRequestHeaders(request, width), ...body];
}

/** The headers of a request that matter: JSON goes without saying. */
export function layoutRequestHeaders({ headers }: PreparedRequest, width: number): Line[] {
  return Object.entries(headers)
    .filter(([name, value]) => name !== 'content-type' || value !== 'application/json')
    .flatMap(([name, value]) => wrapSpans([span(`${name}: ${printable(value)}`, 'muted')], width));
}

function layoutPrediction(block: Extract<Block, { kind: 'prediction' }>, width: number): Line[] {
  const { request, ask, choices } = block.prediction;
  const indent = [span('  ')];
  return [
    ...layoutRequest(request, width - 2).map((line) => [...indent, ...line]),
    [],
    ...layoutInline(ask, width),
    ...layoutNumbered(choices, width),
  ];
}

function layoutNumbered(choices: { text: string }[], width: number): Line[] {
  return choices.flatMap((choice, index) =>
    wrapSpans([span(choice.text)], width, {
      firstIndent: [span(`  ${index + 1}  `, 'accent')],
      indent: [span('     ')],
    }),
  );
}

function layoutTimeline(block: Extract<Block, { kind: 'timeline' }>, width: number): Line[] {
  const { ask, requests, choices } = block.timeline;
  return [
    ...requests.flatMap((request) =>
      layoutRequest(request, width - 2).map((line) => [span('  '), ...line]),
    ),
    [],
    ...layoutInline(ask, width),
    ...layoutNumbered(choices, width),
  ];
}

/** The sentence of the notes, and the one to say. */
function layoutCorrection(block: Extract<Block, { kind: 'correction' }>, width: number): Line[] {
  const { brief, say, because } = block.correction;
  const labelled = (label: Span, text: Inline[], looks = {}) =>
    wrapSpans(inlineSpans(text, looks), width, { firstIndent: [label], indent: [span('       ')] });
  return [
    ...labelled(span('notes  ', 'muted'), brief, { tone: 'muted' }),
    ...labelled(span('say    ', 'ok'), say, { isBold: true }),
    ...labelled(span('       '), because),
  ];
}

/** Columns as wide as they need to be; the widest gives way first when there is no room. */
function layoutTable(header: Inline[][], rows: Inline[][][], width: number): Line[] {
  const gap = 2;
  const columnCount = header.length;
  const widths = header.map((cell, column) =>
    Math.max(
      textWidth(inlineText(cell)),
      ...rows.map((row) => textWidth(inlineText(row[column] ?? []))),
    ),
  );
  const room = width - gap * (columnCount - 1);
  while (widths.reduce((sum, one) => sum + one, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    const current = widths[widest] ?? 0;
    if (current <= 4) break;
    widths[widest] = current - 1;
  }
  const layoutRow = (cells: Inline[][], isHeader: boolean): Line[] => {
    const columns = widths.map((columnWidth, column) =>
      wrapSpans(
        inlineSpans(cells[column] ?? [], isHeader ? { tone: 'muted', isBold: true } : {}),
        columnWidth,
        // Where a row's name goes on below, it is not taken for the next row's.
        column === 0 ? { firstIndent: [], indent: [span('  ')] } : {},
      ),
    );
    const height = Math.max(...columns.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) =>
      columns.flatMap((lines, column) => {
        const cell = lines[row] ?? [];
        const isLast = column === columnCount - 1;
        return isLast ? cell : padLine(cell, (widths[column] ?? lineWidth(cell)) + gap);
      }),
    );
  };
  const rule: Line = [
    span('─'.repeat(Math.min(width, sum(widths) + gap * (columnCount - 1))), 'muted'),
  ];
  return [...layoutRow(header, true), rule, ...rows.flatMap((row) => layoutRow(row, false))];
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
