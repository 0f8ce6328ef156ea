import type { Mark } from './search.ts';

/** A word or identifier as it is looked up, with its place in the text. */
export type PlacedTerm = Mark & {
  term: string;
  /** The words it is made of: `run`, `in` and `threadpool`; none for a single word. */
  parts: (Mark & { term: string })[];
};

const wholePattern =
  /(?<![\p{L}\p{N}_-])\p{L}\+\p{N}+(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_-])--\p{L}[\p{L}\p{N}_-]*|[\p{L}\p{N}_]+(?:[-.'’][\p{L}\p{N}_]+)*/gu;
const partPattern = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\p{N}+/gu;

/** The words of a text: `run_in_threadpool`, `--workers`, `BaseModel`, `asyncio.sleep` and `n+1` are one each, with their parts. */
export function readTerms(text: string): PlacedTerm[] {
  return [...text.matchAll(wholePattern)].flatMap(({ 0: whole, index }) => {
    const term = spell(whole);
    if (!/[\p{L}\p{N}]/u.test(term)) return [];
    const parts = [...whole.matchAll(partPattern)].flatMap((part) => {
      const from = index + part.index;
      const found = { term: spell(part[0]), from, to: from + part[0].length };
      return found.term.length > 1 && found.term !== term ? [found] : [];
    });
    return [{ term, from: index, to: index + whole.length, parts }];
  });
}

function spell(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

/** Where the terms stand in a text, in order; stretches that touch are one. */
export function markTerms(text: string, terms: ReadonlySet<string>): Mark[] {
  const found = readTerms(text).flatMap((whole): Mark[] =>
    terms.has(whole.term)
      ? [{ from: whole.from, to: whole.to }]
      : whole.parts.filter(({ term }) => terms.has(term)).map(({ from, to }) => ({ from, to })),
  );
  const marks: Mark[] = [];
  for (const mark of found) {
    const last = marks.at(-1);
    if (last !== undefined && mark.from <= last.to)
      marks[marks.length - 1] = { ...last, to: mark.to };
    else marks.push(mark);
  }
  return marks;
}

/** The stretch of at most `length` from one mark to another in which the most different words are marked. */
export function findBestStretch(text: string, marks: Mark[], length: number): Mark {
  let best: Mark = marks[0] ?? { from: 0, to: 0 };
  let most = 0;
  for (const [index, first] of marks.entries()) {
    const inside = marks.slice(index).filter(({ to }) => to - first.from <= length);
    const words = inside.map(({ from, to }) => text.slice(from, to).toLowerCase());
    const count = new Set(words).size + Math.min(words.length, 9) / 10;
    if (count <= most) continue;
    most = count;
    best = { from: first.from, to: inside.at(-1)?.to ?? first.to };
  }
  return best;
}
