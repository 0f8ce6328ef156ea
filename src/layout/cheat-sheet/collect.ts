import {
  type Block,
  beatNames,
  type Card,
  type Correction,
  type Inline,
  type Lesson,
  pathNames,
} from '../../model/course.ts';

/** One entry of the sheet. Headings are of the sheet, all else is the course's own text. */
export type SheetItem =
  | { kind: 'heading'; text: string }
  | { kind: 'sentence'; title: string; text: Inline[] }
  | { kind: 'correction'; brief: Inline[]; say: Inline[] }
  | { kind: 'card'; ask: Inline[]; answer: Inline[] };

/** What could stand on the sheet, in course order. Of what has a rank, the lowest are taken first. */
export type SheetContent = {
  answer: Inline[];
  sentences: SheetItem[];
  corrections: { rank: number; item: SheetItem }[];
  cards: { rank: number; item: SheetItem }[];
};

const cardsFirst = 2;
const summaryId = 'summary';

/** What a cheat sheet is made of: the summary answer, the best sentence of each lesson, corrections and cards. */
export function collectSheet(lessons: Lesson[]): SheetContent {
  const summary = lessons.find(({ id }) => id === summaryId) ?? lessons.at(-1);
  const others = lessons.filter((lesson) => lesson !== summary);
  return {
    answer: summary === undefined ? [] : bestSentence(summary),
    sentences: others.map((lesson) => ({
      kind: 'sentence',
      title: lesson.title,
      text: bestSentence(lesson),
    })),
    corrections: listCorrections(lessons),
    cards: listCards(lessons),
  };
}

/** The first quote of Say it; the summary of a lesson that has none. */
function bestSentence({ beats, summary }: Lesson): Inline[] {
  const quote = beats.say.find((block) => block.kind === 'quote');
  return quote?.text ?? [{ text: summary, style: 'plain' }];
}

/** Each correction once, those of the shortest path first. */
function listCorrections(lessons: Lesson[]): SheetContent['corrections'] {
  const known = new Set<string>();
  return lessons.flatMap((lesson) =>
    beatNames
      .flatMap((beat) => lesson.beats[beat])
      .flatMap(correctionOf)
      .filter(({ brief }) => {
        const text = brief.map((part) => part.text).join('');
        return !known.has(text) && known.add(text);
      })
      .map(({ brief, say }) => ({
        rank: pathNames.indexOf(lesson.path),
        item: { kind: 'correction', brief, say } as const,
      })),
  );
}

function correctionOf(block: Block): Correction[] {
  return block.kind === 'correction' ? [block.correction] : [];
}

/**
 * The first cards of each lesson come before all others, and among them those of the shortest path; one of
 * each lesson before the second of any.
 */
function listCards(lessons: Lesson[]): SheetContent['cards'] {
  return lessons.flatMap(({ cards, path }) =>
    cards.map((card, position) => ({
      rank:
        (position < cardsFirst ? 0 : 1000) + pathNames.indexOf(path) * 100 + Math.min(position, 99),
      item: cardItem(card),
    })),
  );
}

function cardItem({ ask, answer }: Card): SheetItem {
  return { kind: 'card', ask: inlineOf(ask), answer: inlineOf(answer) };
}

/** Text in which code stands between backticks. */
function inlineOf(text: string): Inline[] {
  return text.split(/`([^`\n]+)`/).flatMap((part, index): Inline[] => {
    if (part === '') return [];
    return [{ text: part, style: index % 2 === 0 ? 'plain' : 'code' }];
  });
}
