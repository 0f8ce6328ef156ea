import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { Course } from '../../model/course.ts';
import type { Passage } from '../../model/search.ts';
import { readTerms } from '../../model/search-terms.ts';
import { listPassages } from './passages.ts';

/** What `dist/course/search.json` holds. An entry of the index names its passage by its place in the list. */
export type SearchFile = { schemaVersion: 1; passages: Passage[]; index: AsPlainObject };

type Entry = Passage & { number: number };

/** How passages are indexed; the same when the index is made and when it is loaded. */
export const indexOptions: Options<Entry> = {
  idField: 'number',
  fields: ['title', 'ask', 'place', 'text', 'parts'],
  extractField: (entry, field) => {
    switch (field) {
      case 'number':
        return entry.number;
      case 'title':
        return entry.sharesTitle === true || isAsked(entry) ? '' : entry.title;
      case 'ask':
        return isAsked(entry) ? entry.title : '';
      case 'place':
        return entry.place;
      case 'text':
        return entry.texts.join('\n');
      default:
        return [entry.title, ...entry.texts].join('\n');
    }
  },
  tokenize: (text, field) =>
    field === 'parts'
      ? readTerms(text).flatMap(({ parts }) => parts.map(({ term }) => term))
      : readTerms(text).map(({ term }) => term),
  processTerm: (term) => term,
};

/** A question's title is a whole sentence: that a word stands in it does not make it a question about the word. */
function isAsked({ kind }: Passage): boolean {
  return kind === 'question' || kind === 'card';
}

/** The search index of a course. */
export function indexPassages(course: Course): SearchFile {
  const passages = listPassages(course);
  const index = new MiniSearch(indexOptions);
  index.addAll(passages.map((passage, number) => ({ ...passage, number })));
  const placed = passages.map((passage) =>
    passage.kind === 'card'
      ? { ...passage, ...nearestQuestion(passage, passages, index) }
      : passage,
  );
  return { schemaVersion: 1, passages: placed, index: index.toJSON() };
}

/** The question of a card's lesson that has the most in common with it: there its lesson is opened. */
function nearestQuestion(
  card: Passage,
  passages: Passage[],
  index: MiniSearch<Entry>,
): Pick<Passage, 'question'> {
  const [nearest] = index.search([card.title, ...card.texts].join('\n'), {
    filter: ({ id }) => passages[id]?.kind === 'question' && passages[id]?.lesson === card.lesson,
  });
  const question = nearest === undefined ? undefined : passages[nearest.id]?.question;
  return question === undefined ? {} : { question };
}
