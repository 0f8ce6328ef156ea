import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import type { Passage, PassageKind, SearchHit, SearchOutcome } from '../../model/search.ts';
import { findBestStretch, markTerms, readTerms } from '../../model/search-terms.ts';
import { nearestName } from '../nearest-name.ts';
import { asTyped, countingTerms, inPart, inParts, isWordLong, misspelled } from './queries.ts';
import { indexOptions, type SearchFile } from './search-index.ts';

export type Search = (query: string, options: { limit: number }) => SearchOutcome;

/** What explains a thing comes before what asks for it, and that before a lab, whose title is often the very word. */
const kindWeights: Record<PassageKind, number> = {
  lesson: 2,
  passage: 1.6,
  question: 1,
  card: 0.8,
  lab: 0.15,
  exercise: 0.4,
};

/** What has the query's letters in a row counts so much more. */
const literalWeight = 1.5;

/** A title that is what was typed, `why` and `is` included, counts so much more again. */
const titleWeight = 3;

/** In the lesson that has most of what was found its own pages count so much more again. */
const lessonWeight = 1;

/** Columns or so that words may lie apart and still be shown together. */
const stretchLength = 160;

/** Full text search in a loaded index: words as typed before parts of words, and both before misspelled ones. */
export function createSearch({ passages, index: saved }: SearchFile): Search {
  const index = MiniSearch.loadJS(saved, indexOptions);
  const vocabulary = new Set(saved.index.map(([term]) => term));

  const look = (query: Query, prefixFrom = 2): SearchResult[] =>
    index.search(query, {
      tokenize: (text) => [text],
      prefix: (term) => term.length >= prefixFrom,
      boost: { title: 3, ask: 1.5, place: 0.5, parts: 0.5 },
      weights: { prefix: 0.5, fuzzy: 0.3 },
    });
  const weigh = (found: SearchResult, query: string, words: string[]): number => {
    const passage = passages[found.id];
    if (passage === undefined) return 0;
    const text = [passage.title, ...passage.texts].join('\n').toLowerCase();
    const isLiteral = query.length > 2 && text.includes(query);
    const titled = new Set(readTerms(passage.title).map(({ term }) => term));
    const shared = words.filter((word) => titled.has(word)).length;
    const share = (2 * shared) / (words.length + titled.size);
    const weight = kindWeights[passage.kind] * (isLiteral ? literalWeight : 1);
    return found.score * weight * (1 + titleWeight * share ** 3);
  };
  /** The more of what was found stands in a lesson, the more what explains it there counts: that lesson is about it. */
  const favourLesson = (found: SearchResult[]): SearchResult[] => {
    const sums = new Map<string, number>();
    for (const { id, score } of found) {
      const { lesson } = passages[id] ?? {};
      if (lesson !== undefined) sums.set(lesson, (sums.get(lesson) ?? 0) + score);
    }
    const most = Math.max(...sums.values());
    return found.map((one) => {
      const { kind, lesson = '' } = passages[one.id] ?? {};
      const share = kind === 'lesson' || kind === 'passage' ? (sums.get(lesson) ?? 0) / most : 0;
      return { ...one, score: one.score * (1 + lessonWeight * share) };
    });
  };
  const nearestWords = (words: string[]): string[] => {
    const near = words.filter(isWordLong).flatMap((word) => {
      const found = index.autoSuggest(word, {
        tokenize: (text) => [text],
        prefix: true,
        fuzzy: 0.4,
        maxFuzzy: 4,
      });
      const known = new Set(found.flatMap((one) => one.terms));
      const nearest = nearestName(word, known);
      return [...(nearest === undefined ? [] : [nearest]), ...known].slice(0, 4);
    });
    return [...new Set(near)].slice(0, 6);
  };

  return (query, { limit }) => {
    const typedTerms = readTerms(query);
    const terms = countingTerms(typedTerms);
    if (terms.length === 0) return { hits: [], total: 0, isWhole: true, nearest: [] };
    const literal = query.trim().toLowerCase();
    const words = [...new Set(typedTerms.map(({ term }) => term))];
    // One letter alone is a word that is being typed; beside others it would mean every word it begins.
    const prefixFrom = terms.length === 1 ? 1 : 2;
    const rank = (asked: Query) => ranked(look(asked, prefixFrom));
    const ranked = (found: SearchResult[]) =>
      favourLesson(found.map((one) => ({ ...one, score: weigh(one, literal, words) }))).sort(
        (one, other) => other.score - one.score || one.id - other.id,
      );
    const typed = rank(asTyped(terms, vocabulary));
    const whole = onceEach([...typed, ...below(typed, rank(inParts(terms, vocabulary)))]);
    const near = whole.length > 0 ? whole : rank(misspelled(terms, vocabulary));
    const isWhole = near.length > 0 || terms.length === 1;
    const found = isWhole ? near : withMostWords(rank(inPart(terms)));
    const isKnown = (term: string) => vocabulary.has(term) || look(term).length > 0;
    const strange = terms.map(({ term }) => term).filter((term) => !isKnown(term));
    return {
      hits: found.slice(0, limit).flatMap((one) => {
        const passage = passages[one.id];
        return passage === undefined ? [] : [toHit(passage, one)];
      }),
      total: found.length,
      isWhole,
      nearest: found.length > 0 ? [] : nearestWords(strange),
    };
  };
}

/** Scores brought below those of what comes first, in proportion. */
function below(first: SearchResult[], then: SearchResult[]): SearchResult[] {
  const floor = first.at(-1)?.score ?? Number.POSITIVE_INFINITY;
  const highest = then[0]?.score ?? 0;
  if (highest < floor) return then;
  return then.map((one) => ({ ...one, score: (one.score * floor) / highest }));
}

function withMostWords(found: SearchResult[]): SearchResult[] {
  const most = Math.max(0, ...found.map(({ queryTerms }) => queryTerms.length));
  return found.filter(({ queryTerms }) => queryTerms.length === most);
}

function onceEach(found: SearchResult[]): SearchResult[] {
  const known = new Set<unknown>();
  return found.filter(({ id }) => !known.has(id) && known.add(id));
}

function toHit(passage: Passage, { score, terms }: SearchResult): SearchHit {
  const { texts, firstBlock, question, sharesTitle: _, ...shown } = passage;
  const wanted = new Set(terms);
  const filled = texts.filter((text) => text !== '');
  const text = filled.join('\n\n');
  const marks = markTerms(text, wanted);
  const best = findBestStretch(text, marks, stretchLength);
  return {
    ...shown,
    score: Math.round(score * 100) / 100,
    text,
    marks,
    titleMarks: markTerms(passage.title, wanted),
    best,
    ...(firstBlock !== undefined && { at: { block: firstBlock + blockAt(texts, best.from) } }),
    ...(question !== undefined && { at: { question } }),
  };
}

/** Which of the texts holds an offset of them joined. */
function blockAt(texts: string[], offset: number): number {
  let end = 0;
  for (const [index, text] of texts.entries()) {
    if (text === '') continue;
    end += text.length + 2;
    if (offset < end) return offset === 0 ? 0 : index;
  }
  return 0;
}
