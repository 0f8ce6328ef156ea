import { Lexer, type Token, type Tokens } from 'marked';
import type { Block, Inline } from '../model/course.ts';
import { type Fault, isMarkedToken, readInline } from './inline.ts';
import { lineOf, type Report } from './problems.ts';

/** A top-level piece of Markdown with the line it begins on in its file. */
export type PlacedToken = { token: Token; line: number };

/** A fenced block; `line` is where its content begins. */
export type Fence = { language: string; text: string; line: number };

export type BlockRules = {
  report: Report;
  headingDepths: number[];
  /** What a fence becomes; undefined when it shows nothing. */
  readFence: (fence: Fence) => Block | undefined;
};

/** Splits Markdown that begins on `firstLine` of its file. */
export function lexMarkdown(text: string, firstLine: number): PlacedToken[] {
  let line = firstLine;
  return new Lexer().lex(text).map((token) => {
    const placed = { token, line };
    line += token.raw.split('\n').length - 1;
    return placed;
  });
}

/** Markdown as blocks; what cannot be shown is reported and left out. */
export function readBlocks(tokens: PlacedToken[], rules: BlockRules): Block[] {
  return tokens.flatMap((placed) => readBlock(placed, rules));
}

function readBlock({ token, line }: PlacedToken, rules: BlockRules): Block[] {
  const fault: Fault = (value, problem, remedy) =>
    rules.report({ place: lineOf(line), value, problem, remedy });
  if (!isMarkedToken(token)) return [];
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'paragraph':
      if (token.raw.startsWith('|')) {
        fault(
          token.raw,
          'This looks like a table, but its rows differ in their number of cells.',
          'Give the line of dashes as many cells as the header; write | in a cell as \\|.',
        );
        return [];
      }
      return [{ kind: 'paragraph', text: readInline(token.tokens, fault) }];
    case 'heading':
      if (!rules.headingDepths.includes(token.depth)) {
        const allowed = rules.headingDepths.map((depth) => '#'.repeat(depth)).join(' and ');
        fault(token.raw, 'A heading of this depth has no place here.', `Use ${allowed}.`);
      }
      return [{ kind: 'heading', text: readInline(token.tokens, fault) }];
    case 'blockquote':
      return token.tokens.flatMap((inner) => readQuoted(inner, fault));
    case 'list':
      return [
        {
          kind: 'list',
          isOrdered: token.ordered,
          items: token.items.map((item) => readItem(item, fault)),
        },
      ];
    case 'table':
      return [
        {
          kind: 'table',
          header: token.header.map((cell) => readInline(cell.tokens, fault)),
          rows: token.rows.map((row) => row.map((cell) => readInline(cell.tokens, fault))),
        },
      ];
    case 'code':
      return readCode(token, line, rules, fault);
    default:
      fault(
        token.raw,
        'This kind of Markdown cannot be shown in a terminal.',
        'Use paragraphs, lists, tables, quotes, headings and fenced code.',
      );
      return [];
  }
}

function readQuoted(token: Token, fault: Fault): Block[] {
  if (token.type === 'space') return [];
  if (isMarkedToken(token) && token.type === 'paragraph') {
    return [{ kind: 'quote', text: readInline(token.tokens, fault) }];
  }
  fault(token.raw, 'A quote holds paragraphs only.', 'Move this out of the quote.');
  return [];
}

function readItem(item: Tokens.ListItem, fault: Fault): Inline[] {
  const parts = item.tokens.filter((token) => token.type !== 'space');
  const [first, ...others] = parts;
  for (const other of others) {
    fault(
      other.raw,
      'A list item holds one paragraph only.',
      'Move this below the list, or make it an item of its own.',
    );
  }
  if (first === undefined || !isMarkedToken(first)) return [];
  if (first.type === 'text') return readInline(first.tokens ?? [first], fault);
  if (first.type === 'paragraph') return readInline(first.tokens, fault);
  fault(
    first.raw,
    'A list item begins with text.',
    'Write text here, or move this out of the list.',
  );
  return [];
}

function readCode(token: Tokens.Code, line: number, rules: BlockRules, fault: Fault): Block[] {
  if (token.codeBlockStyle === 'indented') {
    fault(token.raw, 'Code by indentation has no language.', 'Put it between lines of ```.');
    return [];
  }
  const [opening = ''] = token.raw.split('\n');
  const mark = /^\s*(`{3,}|~{3,})/.exec(opening)?.[1] ?? '```';
  const closing = token.raw.trimEnd().split('\n').slice(1).at(-1)?.trim() ?? '';
  if (!closing.startsWith(mark)) {
    fault(opening, 'This fence is not closed.', `Put a line ${mark} below it.`);
    return [];
  }
  const block = rules.readFence({
    language: (token.lang ?? '').trim(),
    text: token.text.trimEnd(),
    line: line + 1,
  });
  return block === undefined ? [] : [block];
}
