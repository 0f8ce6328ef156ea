/** A word of an answer: `text` in lower case, `stem` without its inflection. The first of each clause is marked. */
export type Word = { text: string; stem: string; isAcronym: boolean; isFirst: boolean };

/** Words that may stand between those of a phrase. */
const fillers = new Set('a an the its their your my our this that these those'.split(' '));

/** The words of a text without articles and the like, unless it has no others. */
export function readWords(text: string): Word[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[’']s\b/g, '')
    .replace(contractedNot, ' not')
    .replace(loneStar, ' star ')
    .replace(/[’']/g, '');
  const clauses = plain.split(clauseEnd).map(readClause);
  const telling = clauses.map((words) => words.filter(({ text: word }) => !fillers.has(word)));
  const kept = telling.some(({ length }) => length > 0) ? telling : clauses;
  return kept.flatMap((words) => words.map((word, place) => ({ ...word, isFirst: place === 0 })));
}

/** As in doesn't, doesnt, can't and cannot. */
const contractedNot =
  /(?:(?<!\bca)n[’']t|(?<=\b(?:do|does|did|is|are|was|were|would|could|should|has|have))nt|(?<=\bcan)(?:[’']?t|not))\b/gi;

/** As in "*" and in origins=*; not what begins a list or marks a word. */
const loneStar = /(?<=\S[ \t]*)(?<![*\w])\*(?![*\w])/g;

const clauseEnd = /[.,;:!?]+["'`)]*(?=\s|$)|\n|\s[-–—]+>?\s/;

function readClause(clause: string): Word[] {
  return (clause.match(/[\p{L}\p{N}]+/gu) ?? []).map(readWord);
}

function readWord(written: string): Word {
  const isAcronym = /^(?=.*\p{Lu})[\p{Lu}\p{N}]{2,}s?$/u.test(written);
  const lower = written.toLowerCase();
  const text = otherWords.get(lower) ?? lower;
  return { text, stem: stemOf(text), isAcronym, isFirst: false };
}

/** What people say for a word of the course: its short forms, the words of other frameworks, numbers in letters. */
const otherWords = new Map([
  ['reply', 'response'],
  ['replies', 'responses'],
  ['route', 'endpoint'],
  ['routes', 'endpoints'],
  ['payload', 'body'],
  ['param', 'parameter'],
  ['params', 'parameters'],
  ['documentation', 'docs'],
  ['async', 'asynchronous'],
  ['sync', 'synchronous'],
  ['ids', 'id'],
  ['db', 'database'],
  ['str', 'string'],
  ...'one two three four five six seven eight nine ten'
    .split(' ')
    .map((word, place) => [word, `${place + 1}`] as const),
  ['forty', '40'],
] as const);

const inflections: [RegExp, string][] = [
  [/(?<=..)is(ations?|e[sd]?|ing)$/, 'iz'],
  [/izations?$/, 'iz'],
  [/(?<=ic)ally$/, ''],
  [/(?<=...[a-z])ly$/, ''],
  [/(?<=[st])ions?$/, ''],
  [/(?<=[a-z]{2})ie[sd]$/, 'y'],
  [/(?<=s|x|z|ch|sh)es$/, ''],
  [/(?<=[a-z]{2,}[^sui])s$/, ''],
];

const endings: [RegExp, string][] = [
  [/(?<=[aeiouy].*[a-z]|[a-z][aeiouy])ing$/, ''],
  [/(?<=[aeiouy].*[^e]|[a-z][aiouy])ed$/, ''],
  [/(?<=[a-z]{2})e$/, ''],
];

/** A word without plural, tense and the like. Two forms of one word nearly always have one stem. */
export function stemOf(word: string): string {
  if (/\d/.test(word) || word.length < 3) return word;
  const singular = strip(word, inflections);
  const bare = strip(singular, endings);
  return bare.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}

function strip(word: string, rules: [RegExp, string][]): string {
  const rule = rules.find(([ending]) => ending.test(word));
  return rule === undefined ? word : word.replace(...rule);
}

/** Of a shorter word, one letter makes another word: conver(t) and conven(tion). */
const longEnough = { text: 6, stem: 8 };

/** Whether a word that was said is the wanted one, in another form or with one slip of the fingers in it. */
export function isSameWord(said: Word, wanted: Word): boolean {
  if (said.text === wanted.text) return true;
  if (wanted.isAcronym) return said.text.replace(/s$/, '') === wanted.text.replace(/s$/, '');
  if (said.stem === wanted.stem) return true;
  return (
    isSlip(said.text, wanted.text, longEnough.text) ||
    isSlip(said.stem, wanted.stem, longEnough.stem)
  );
}

/**
 * One letter too many, too few, another one, or two swapped; never the first, as in (a)synchronous, nor the last, as in
 * router and routes.
 */
function isSlip(said: string, wanted: string, least: number): boolean {
  if (wanted.length < least || said[0] !== wanted[0] || /\d/.test(wanted)) return false;
  if (Math.abs(said.length - wanted.length) > 1) return false;
  const start = [...wanted].findIndex((letter, place) => letter !== said[place]);
  if (start < 0) return false;
  const [one, other] = [said.slice(start), wanted.slice(start)];
  const isSwapped = one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2);
  if (isSwapped) return true;
  if (one.length === 0 || other.length === 1) return false;
  return one.slice(1) === other.slice(1) || one.slice(1) === other || one === other.slice(1);
}
