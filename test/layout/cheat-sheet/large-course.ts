import type { Block, Inline, Lesson, PathName } from '../../../src/model/course.ts';

const plain = (text: string): Inline[] => [{ text, style: 'plain' }];

/** So many words, of the lengths that words have. */
export function makeWords(count: number, seed: number): string {
  const known =
    'the handler validates every request before FastAPI calls it and Pydantic answers with a list of errors that names each field so a client can mend all of them at once while an endpoint that blocks the event loop keeps every other request waiting until its computation ends'.split(
      ' ',
    );
  return Array.from(
    { length: count },
    (_, index) => known[(index * 7 + seed * 13) % known.length] ?? '',
  ).join(' ');
}

type Size = {
  lessons: number;
  sentence: number;
  corrections: number;
  correction: number;
  cards: number;
};

/** The largest course that the sheet has to take. */
export const largest: Size = {
  lessons: 20,
  sentence: 45,
  corrections: 20,
  correction: 60,
  cards: 130,
};

/** A course of that size; its last lesson is the summary. */
export function makeLessons(size: Size): Lesson[] {
  const share = (total: number, index: number) =>
    Math.floor(((index + 1) * total) / size.lessons) - Math.floor((index * total) / size.lessons);
  const paths: PathName[] = ['tomorrow', 'week', 'properly'];
  let card = 0;
  let correction = 0;
  return Array.from({ length: size.lessons }, (_, index): Lesson => {
    const corrections = Array.from({ length: share(size.corrections, index) }, (): Block => {
      correction += 1;
      const half = Math.floor(size.correction / 2);
      return {
        kind: 'correction',
        correction: {
          brief: plain(`Nr. ${correction}: ${makeWords(half - 2, correction)}.`),
          say: plain(`${makeWords(size.correction - half, correction + 5)}.`),
          because: plain('It was so once.'),
        },
      };
    });
    return {
      id: index === size.lessons - 1 ? 'summary' : `lesson-${index + 1}`,
      number: index + 1,
      title: `The lesson on subject ${index + 1}`,
      summary: 'What it is about.',
      minutes: 8,
      path: paths[Math.floor((index * paths.length) / size.lessons)] ?? 'properly',
      lab: 'predict',
      exercises: [],
      beats: {
        say: [
          { kind: 'quote', text: plain(`${makeWords(size.sentence, index)}.`) },
          ...corrections,
        ],
        see: [],
        run: [],
        build: [],
        defend: [],
      },
      questions: [],
      cards: Array.from({ length: share(size.cards, index) }, () => {
        card += 1;
        return {
          id: `card-${card}`,
          ask: `Card ${card}: ${makeWords(8, card)}?`,
          answer: `${makeWords(18, card + 3)} with \`response_model=Out\`.`,
        };
      }),
      sources: [],
    };
  });
}
