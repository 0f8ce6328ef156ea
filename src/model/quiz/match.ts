import type { Question } from '../course.ts';
import { isSameWord, readWords, type Word } from './words.ts';

/**
 * Which key points a text makes: those of which it has a synonym, its words in order and in any form, or all words of
 * the point itself in any order. A synonym that the text denies does not count, unless the point is a denial too.
 */
export function matchKeyPoints(text: string, keyPoints: Question['keyPoints']): boolean[] {
  const said = readWords(text);
  return keyPoints.map(({ point, synonyms }) => {
    const wanted = readWords(point);
    const isSaid = synonyms.some((synonym) => {
      const phrase = readWords(synonym);
      return hasPhrase(said, phrase, [...wanted, ...phrase].some(isDenial));
    });
    return isSaid || hasWords(said, wanted);
  });
}

function hasPhrase(said: Word[], phrase: Word[], evenDenied: boolean): boolean {
  return (
    phrase.length > 0 &&
    said.some(
      (_, place) => isPhraseAt(said.slice(place), phrase) && (evenDenied || !isDenied(said, place)),
    )
  );
}

/** How many words may stand between two of a phrase. */
const widestGap = 2;

/** Whether a text begins with a phrase. Two words count as one that is written together, as in open api. */
function isPhraseAt(said: Word[], phrase: Word[], gap = 0): boolean {
  const [wanted, next] = phrase;
  const [word, following] = said;
  if (wanted === undefined) return true;
  if (word === undefined) return false;
  if (isSameWord(word, wanted) && isPhraseAt(said.slice(1), phrase.slice(1), widestGap)) {
    return true;
  }
  if (following !== undefined && isSameWord(join(word, following), wanted)) {
    return isPhraseAt(said.slice(2), phrase.slice(1), widestGap);
  }
  if (next !== undefined && isSameWord(word, join(wanted, next))) {
    return isPhraseAt(said.slice(1), phrase.slice(2), widestGap);
  }
  const mayStandBetween = gap > 0 && !word.isFirst && !following?.isFirst && !isDenial(word);
  return mayStandBetween && isPhraseAt(said.slice(1), phrase, gap - 1);
}

function join(one: Word, other: Word): Word {
  return {
    text: one.text + other.text,
    stem: one.text + other.stem,
    isAcronym: one.isAcronym && other.isAcronym,
    isFirst: one.isFirst,
  };
}

const denials = new Set('not no never nor neither without nothing nobody'.split(' '));

function isDenial({ text }: Word): boolean {
  return denials.has(text);
}

/** What denies the word behind it. Who says no or without often draws a contrast, as in: WSGI has no WebSockets. */
const deniers = new Set('not never nor'.split(' '));

/** Words between a denial and what is denied, as in: is not really being checked. */
const passedOver = new Set('be been being get really even actually ever yet'.split(' '));

/** Whether a denial stands right before a word, in the same clause. */
function isDenied(said: Word[], place: number): boolean {
  const word = said[place];
  const before = said[place - 1];
  if (word === undefined || before === undefined || word.isFirst) return false;
  return deniers.has(before.text) || (passedOver.has(before.text) && isDenied(said, place - 1));
}

/** Words that a point has only to be a sentence. */
const connecting = new Set(
  'and or of to in on at by for from with as is are be it not than into through'.split(' '),
);

function hasWords(said: Word[], point: Word[]): boolean {
  const telling = point.filter(({ text }) => !connecting.has(text));
  return (
    telling.length > 0 && telling.every((wanted) => said.some((word) => isSameWord(word, wanted)))
  );
}
