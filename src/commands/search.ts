import { markedSpans, snippetSpans } from '../layout/search-hit.ts';
import { cutText, lineWidth, printable, span, spread } from '../layout/width.ts';
import { wrapSpans } from '../layout/wrap.ts';
import type { Line, Span } from '../model/lines.ts';
import type { SearchHit, SearchOutcome } from '../model/search.ts';
import { readTerms } from '../model/search-terms.ts';
import { type Arguments, exitCodes, type RunCommand } from './command.ts';
import { complain, show, showJson } from './show.ts';

const usualCount = 10;

/** `api-labs search <words>`: where the course speaks of them, the best first. */
export const run: RunCommand = async (context, args) => {
  const limit = readCount(args.text('count'));
  if (limit === undefined) {
    complain(context, `-n takes a number from 1 on; "${args.text('count')}" is none.`);
    return exitCodes.wrongUsage;
  }
  const query = queryOf(args);
  if (readTerms(query).length === 0) {
    complain(
      context,
      `There is no word in "${query}". Type a word or a name: api-labs search 422.`,
    );
    return exitCodes.wrongUsage;
  }
  const outcome = await context.services.search(query, { limit });
  if (args.isOn('json')) showJson(context, report(query, outcome));
  else show(context, outcomeLines(query, outcome, context.terminal));
  return outcome.total > 0 ? exitCodes.passed : exitCodes.notPassed;
};

function queryOf({ subject = '', moreWords }: Arguments): string {
  return [subject, ...moreWords].join(' ').replace(/\s+/g, ' ').trim();
}

function readCount(text: string | undefined): number | undefined {
  if (text === undefined) return usualCount;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

function report(query: string, { hits, total, isWhole, nearest }: SearchOutcome): unknown {
  return {
    schemaVersion: 1,
    query,
    total,
    hasEveryWord: isWhole,
    nearest,
    results: hits.map(({ kind, lesson, beat, id, title, place, text, score }) => ({
      kind,
      ...(lesson !== undefined && { lesson }),
      ...(beat !== undefined && { beat }),
      id,
      title,
      place,
      passage: text,
      score,
    })),
  };
}

const longestQuoted = 60;

function shorten(query: string): string {
  const text = printable(query);
  const cut = cutText(text, longestQuoted);
  return cut === text ? text : `${cut}…`;
}

type Shown = { columns: number; isColoured: boolean };

function outcomeLines(query: string, outcome: SearchOutcome, terminal: Shown): Line[] {
  const { hits, total, isWhole, nearest } = outcome;
  const { columns } = terminal;
  if (hits.length === 0) {
    const near = nearest.length === 0 ? '' : ` Words near it: ${nearest.join(', ')}.`;
    return wrapSpans([span(`Nothing in the course has "${shorten(query)}".${near}`)], columns);
  }
  const rest =
    total > hits.length ? `The best ${hits.length} of ${total}; -n ${total} shows all.` : undefined;
  return [
    ...(isWhole ? [] : [[span('Nothing has all of these words. These have some:')], []]),
    ...hits.flatMap((hit, index) => [...(index > 0 ? [[]] : []), ...hitLines(hit, terminal)]),
    ...(rest === undefined ? [] : [[], [span(rest, 'muted')]]),
  ];
}

function hitLines(hit: SearchHit, { columns, isColoured }: Shown): Line[] {
  const title = markedSpans(hit.title, hit.titleMarks, { looks: { isBold: true } });
  const snippet = snippetSpans(hit, 2 * (columns - 8));
  const seen = (spans: Span[]) => (isColoured ? spans : spans.map(starred));
  const place = [span(hit.place, 'muted')];
  const isOneLine = lineWidth(seen(title)) + 2 + lineWidth(place) <= columns;
  const head = isOneLine
    ? [spread(seen(title), place, columns)]
    : [...wrapSpans(seen(title), columns), ...wrapSpans(place, columns, { indent: [span('  ')] })];
  return [...head, ...wrapSpans(seen(snippet), columns, { indent: [span('  ')] }).slice(0, 3)];
}

/** Where there is neither colour nor weight, stars stand around what is marked. */
function starred(part: Span): Span {
  return part.isUnderlined === true ? { ...part, text: `*${part.text}*` } : part;
}
