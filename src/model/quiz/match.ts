import type { Question } from '../course.ts';
import { isSameWord, readWords, type Word } from './words.ts';

/**
 * Which key points a text makes: those of which it has a synonym, word for word in any form of the words, or all
 * words of the point itself in any order.
 */
export function matchKeyPoints(text: string, keyPoints: Question['keyPoints']): boolean[] {
  const said = readWords(text);
  return keyPoints.map(({ point, synonyms }) => {
    const isSaid = synonyms.some((synonym) => hasPhrase(said, readWords(synonym)));
    return isSaid || hasWords(said, readWords(point));
  });
}

function hasPhrase(said: Word[], phrase: Word[]): boolean {
  return phrase.length > 0 && said.some((_, place) => isPhraseAt(said.slice(place), phrase));
}

/** Whether a text begins with a phrase. Two words count as one that is written together, as in open api. */
function isPhraseAt(said: Word[], phrase: Word[]): boolean {
  const [wanted, next] = phrase;
  const [word, following] = said;
  if (wanted === undefined) return true;
  if (word === undefined) return false;
  if (isSameWord(word, wanted) && isPhraseAt(said.slice(1), phrase.slice(1))) return true;
  if (following !== undefined && isSameWord(join(word, following), wanted)) {
    return isPhraseAt(said.slice(2), phrase.slice(1));
  }
  if (next !== undefined && isSameWord(word, join(wanted, next))) {
    return isPhraseAt(said.slice(1), phrase.slice(2));
  }
  return false;
}

function join(one: Word, other: Word): Word {
  return {
    text: one.text + other.text,
    stem: one.text + other.stem,
    isAcronym: one.isAcronym && other.isAcronym,
  };
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
