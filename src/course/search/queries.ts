import type { Query, QueryCombination } from 'minisearch';
import type { PlacedTerm } from '../../model/search-terms.ts';

/** Words that say nothing by themselves; they count only when nothing else was typed. */
const fillers = new Set(
  'a about am an and are as at be by can could do does explain for from has have how i if in is it its me my of on or should tell that the them then there this to versus vs was what when where which who why will with would you your'.split(
    ' ',
  ),
);

/** As many words as a long sentence has. A pasted page would take minutes, and no passage has all of it. */
const mostTerms = 30;

/** What is looked for: the words that count, each once. */
export function countingTerms(terms: PlacedTerm[]): PlacedTerm[] {
  const once = [...new Map(terms.map((one) => [one.term, one])).values()];
  const counting = once.filter(({ term }) => !fillers.has(term));
  return (counting.length > 0 ? counting : once).slice(0, mostTerms);
}

const all = (queries: Query[]): QueryCombination => ({ combineWith: 'AND', queries });
const any = (queries: Query[]): QueryCombination => ({ combineWith: 'OR', queries });

/** Every word as it was typed or in its simple form, or two neighbours written as one: `thread pool` is `threadpool` too. */
export function asTyped(terms: PlacedTerm[], vocabulary: ReadonlySet<string>): Query {
  const words = terms.map(({ term }) => term);
  const inForms = (typed: string[]) =>
    all(typed.map((word) => any([word, ...simpleForms(word, vocabulary)])));
  const joined = words.slice(1).flatMap((word, index): Query[] => {
    const pair = `${words[index]}${word}`;
    return [inForms([...words.slice(0, index), pair, ...words.slice(index + 2)])];
  });
  return any([inForms(words), ...joined]);
}

const endings: [RegExp, string][] = [
  [/ies$/, 'y'],
  [/(?<!s)s$/, ''],
  [/es$/, ''],
  [/ing$/, ''],
  [/ing$/, 'e'],
];

const shortestForm = 4;

/** What a word is without the ending of a plural or of `-ing`, as far as the course has it: `testing` is `test`. */
function simpleForms(term: string, vocabulary: ReadonlySet<string>): string[] {
  return endings
    .filter(([ending]) => ending.test(term))
    .map(([ending, instead]) => term.replace(ending, instead))
    .filter((form) => form.length >= shortestForm && vocabulary.has(form));
}

/** Each word whole, in the parts it is made of, as two words, or within a longer one. */
export function inParts(terms: PlacedTerm[], vocabulary: ReadonlySet<string>): Query {
  return all(
    terms.map(({ term, parts }) => {
      const counting = parts.filter((part) => !fillers.has(part.term));
      return any([
        term,
        ...(counting.length > 0 ? [all(counting.map((part) => part.term))] : []),
        ...splitInTwo(term, vocabulary).map((halves) => all(halves)),
        ...longerTerms(term, vocabulary),
      ]);
    }),
  );
}

const shortestHalf = 4;

function splitInTwo(term: string, vocabulary: ReadonlySet<string>): string[][] {
  const halves: string[][] = [];
  if (!isWordLong(term)) return halves;
  for (let at = shortestHalf; at <= term.length - shortestHalf; at++) {
    const [first, second] = [term.slice(0, at), term.slice(at)];
    if (vocabulary.has(first) && vocabulary.has(second)) halves.push([first, second]);
  }
  return halves;
}

const mostLongerTerms = 24;

/** Terms that have this one in them, where more than a syllable was typed. */
function longerTerms(term: string, vocabulary: ReadonlySet<string>): string[] {
  if (term.length < shortestHalf) return [];
  return [...vocabulary]
    .filter((known) => known.length > term.length && known.includes(term))
    .sort((one, other) => one.length - other.length)
    .slice(0, mostLongerTerms);
}

/** Each word, or one that is spelled like it. Two letters that changed places are one mistake. */
export function misspelled(terms: PlacedTerm[], vocabulary: ReadonlySet<string>): Query {
  return all(
    terms.map(({ term }) =>
      any([
        { queries: [term], fuzzy: allowedEdits(term) },
        ...swapNeighbours(term).filter((other) => vocabulary.has(other)),
      ]),
    ),
  );
}

/** Any of the words. */
export function inPart(terms: PlacedTerm[]): Query {
  return any(terms.map(({ term }) => ({ queries: [term], fuzzy: allowedEdits(term) })));
}

/** Whether it is no longer than a word can be; what is longer has no spelling to compare. */
export function isWordLong(term: string): boolean {
  return term.length <= 60;
}

/** Letters that may be wrong in a word; numbers are meant as they are. */
function allowedEdits(term: string): number | false {
  if (term.length < 4 || !isWordLong(term) || /^[\d.]+$/.test(term)) return false;
  return term.length < 6 ? 1 : 2;
}

function swapNeighbours(term: string): string[] {
  if (allowedEdits(term) === false) return [];
  return Array.from(
    { length: term.length - 1 },
    (_, at) => `${term.slice(0, at)}${term[at + 1]}${term[at]}${term.slice(at + 2)}`,
  );
}
