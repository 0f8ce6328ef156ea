import { type BeatName, beatNames } from './course.ts';

/** Which page is shown, and the line it begins at; one beyond its end means its end. */
export type PagePlace = { page: number; line: number };

/** A page that was left, with how many lines it had: in another window, or rewritten, it has others. */
export type LeftPage = PagePlace & { lines: number };

/** A question of Defend it, by its place among those that were asked. */
export type QuestionPlace = { question: number; isAnswerShown: boolean };

/** A question that was left, with its id: what is asked may have changed since. */
export type LeftQuestion = QuestionPlace & { id: string };

/** Where a lesson was left: the beat one last got on in, the page or step of each, and the question of Defend it. */
export type LessonPlaces = {
  beat?: BeatName;
  pages: Partial<Record<BeatName, LeftPage>>;
  defend?: LeftQuestion;
};

/** A lesson that is at the beginning of every beat. */
export const noPlaces: LessonPlaces = { pages: {} };

/**
 * The places once a page of a beat is shown; the same ones where nothing has changed. The top of the first page is where a
 * beat begins anyway: it is not kept, and who only looks into a beat still has the place in another one.
 */
export function leavePage(places: LessonPlaces, beat: BeatName, left: LeftPage): LessonPlaces {
  const before = places.pages[beat];
  if (left.page === 0 && left.line === 0) {
    return before === undefined ? places : { ...places, pages: withoutPage(places, beat) };
  }
  const isSame =
    before?.page === left.page && before.line === left.line && before.lines === left.lines;
  if (isSame && places.beat === beat) return places;
  return { ...places, beat, pages: { ...places.pages, [beat]: left } };
}

/** The places once a question is shown. The first one without its answer is not kept. */
export function leaveQuestion(places: LessonPlaces, left: LeftQuestion): LessonPlaces {
  const { defend, ...others } = places;
  if (left.question === 0 && !left.isAnswerShown) return defend === undefined ? places : others;
  const isSame =
    defend?.id === left.id &&
    defend.question === left.question &&
    defend.isAnswerShown === left.isAnswerShown;
  if (isSame && places.beat === 'defend') return places;
  return { ...others, beat: 'defend', defend: left };
}

/** The places once a beat is finished: it begins at its first page again. */
export function finishBeat(places: LessonPlaces, beat: BeatName): LessonPlaces {
  return { ...places, pages: withoutPage(places, beat) };
}

function withoutPage({ pages }: LessonPlaces, beat: BeatName): LessonPlaces['pages'] {
  return Object.fromEntries(Object.entries(pages).filter(([name]) => name !== beat));
}

/** Whether every beat is at its beginning. */
export function isNothingLeft({ pages, defend }: LessonPlaces): boolean {
  return defend === undefined && beatNames.every((beat) => pages[beat] === undefined);
}

/** The beat a lesson was left in, if it was left anywhere but at a beginning. */
export function leftBeat({ beat, pages, defend }: LessonPlaces = noPlaces): BeatName | undefined {
  if (beat === undefined) return undefined;
  const left = beat === 'defend' ? defend : pages[beat];
  return left === undefined ? undefined : beat;
}

/** The place nearest to the one that was left, on pages of so many lines each. */
export function nearestPage(left: LeftPage, lineCounts: number[]): PagePlace {
  const last = Math.max(0, lineCounts.length - 1);
  if (left.page > last) return { page: last, line: 0 };
  const lines = lineCounts[left.page] ?? 0;
  if (lines === left.lines || left.lines === 0) return { page: left.page, line: left.line };
  return { page: left.page, line: Math.floor((left.line * lines) / left.lines) };
}

/** The question that was left, wherever it is asked now; where it is gone, the one that took its place. */
export function nearestQuestion(left: LeftQuestion | undefined, asked: string[]): QuestionPlace {
  if (left === undefined) return { question: 0, isAnswerShown: false };
  const question = asked.indexOf(left.id);
  if (question >= 0) return { question, isAnswerShown: left.isAnswerShown };
  const last = Math.max(0, asked.length - 1);
  return { question: Math.min(left.question, last), isAnswerShown: false };
}
