import { readFileSync } from 'node:fs';

/** How an answer is drawn: `temperature` from 0, the likeliest token always, to 2; the same `seed` draws the same tokens. */
export type Sampling = { temperature: number; seed: number };

type Line = { keywords: string[]; tokens: number[] };
/** A token that followed, and the line in which it did. */
type Sighting = { token: number; line: number };

const word = /[a-z0-9]+/g;
const piece = / ?[A-Za-z0-9]+| ?[^A-Za-z0-9 \n]/g;
/** Stands before a text begins and after it ends. */
export const endToken = 0;
/** How much a line of the corpus gains by a keyword that the prompt has too. */
const keywordGain = 500;
/** The share of what followed the last two tokens; the rest goes to what followed the last one. */
const pairShare = 0.9;

/**
 * A language model of the oldest kind: it has counted which token follows which two, and which one, in a page of text.
 * What a prompt changes is how much each line of that page counts.
 */
export class LanguageModel {
  /** All tokens that it knows, each at its number. As text, the end is a new line. */
  readonly pieces = ['\n'];
  private readonly numbers = new Map<string, number>();
  private readonly longest = new Map<string, number>();
  private readonly lines: Line[] = [];
  private readonly lineCounts = new Map<string, number>();
  private readonly afterPair = new Map<string, Sighting[]>();
  private readonly afterOne = new Map<string, Sighting[]>();

  /** Learns from lines of `keywords | text`. */
  constructor(corpus: string) {
    for (const row of corpus.trim().split('\n')) {
      const [keywords = '', text = ''] = row.split(' | ');
      this.learn(keywords.split(' '), text.match(piece) ?? []);
    }
  }

  // #region learn
  private learn(keywords: string[], pieces: string[]): void {
    const line = this.lines.length;
    const tokens = [...pieces.map((text) => this.numberOf(text)), endToken];
    this.lines.push({ keywords, tokens });
    for (const keyword of keywords) {
      this.lineCounts.set(keyword, (this.lineCounts.get(keyword) ?? 0) + 1);
    }
    let [first, second] = [endToken, endToken];
    for (const token of tokens) {
      listIn(this.afterPair, `${first} ${second}`).push({ token, line });
      listIn(this.afterOne, `${second}`).push({ token, line });
      [first, second] = [second, token];
    }
  }
  // #endregion

  // #region tokens
  /** How many tokens a text is: the longest pieces that the model knows, and of all else each byte for itself. */
  countTokens(text: string): number {
    let count = 0;
    for (let at = 0; at < text.length; ) {
      const known = this.findPiece(text, at);
      const character = text.codePointAt(at) ?? 0;
      count += known === undefined ? countBytes(character) : 1;
      at += known?.length ?? (character > 0xffff ? 2 : 1);
    }
    return count;
  }
  // #endregion

  // #region generate
  /** Draws one token after another, without end unless `endToken` is where the caller stops. */
  *generate(prompt: string, { temperature, seed }: Sampling): Generator<number> {
    const weights = this.weighLines(prompt);
    const random = createRandom(seed);
    let [first, second] = [endToken, endToken];
    for (;;) {
      const chances = this.findChances(first, second, weights);
      const token = temperature === 0 ? likeliest(chances) : draw(chances, temperature, random());
      yield token;
      [first, second] = token === endToken ? [endToken, endToken] : [second, token];
    }
  }

  /** The probability of each token that may come after these two. */
  private findChances(first: number, second: number, weights: number[]): Map<number, number> {
    const chances = new Map<number, number>();
    const add = (sightings: Sighting[], share: number) => {
      let total = 0;
      for (const { line } of sightings) total += weights[line] ?? 0;
      for (const { token, line } of sightings) {
        chances.set(token, (chances.get(token) ?? 0) + (share * (weights[line] ?? 0)) / total);
      }
    };
    const pairs = this.afterPair.get(`${first} ${second}`) ?? [];
    if (pairs.length > 0) add(pairs, pairShare);
    add(this.afterOne.get(`${second}`) ?? [], 1 - pairShare);
    return chances;
  }

  /** How much each line counts for a prompt: a keyword that few lines have says most. */
  private weighLines(prompt: string): number[] {
    const asked = new Set(prompt.toLowerCase().match(word));
    return this.lines.map(({ keywords }) => {
      const shared = keywords.filter((keyword) => asked.has(keyword));
      const gains = shared.map((keyword) => keywordGain / (this.lineCounts.get(keyword) ?? 1));
      return gains.reduce((sum, gain) => sum + gain, 1);
    });
  }
  // #endregion

  private numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.pieces.push(text) - 1;
    this.numbers.set(text, number);
    const start = text.charAt(0);
    this.longest.set(start, Math.max(this.longest.get(start) ?? 0, text.length));
    return number;
  }

  private findPiece(text: string, at: number): string | undefined {
    for (let length = this.longest.get(text.charAt(at)) ?? 0; length > 0; length--) {
      const candidate = text.slice(at, at + length);
      if (this.numbers.has(candidate)) return candidate;
    }
    return undefined;
  }
}

/** The model that has read the page in a file. */
export function loadModel(file: URL): LanguageModel {
  return new LanguageModel(readFileSync(file, 'utf8'));
}

function likeliest(chances: Map<number, number>): number {
  let [best, highest] = [endToken, -1];
  for (const [token, chance] of chances) if (chance > highest) [best, highest] = [token, chance];
  return best;
}

/** Takes the token at `random`, from 0 to 1, when the chances are laid side by side; a high temperature evens them out. */
function draw(chances: Map<number, number>, temperature: number, random: number): number {
  // Measured by the highest, which stays 1: at a low temperature all of them would shrink to 0.
  const highest = Math.max(...chances.values());
  const sizes = [...chances].map(
    ([token, chance]) =>
      [token, chance === highest ? 1 : (chance / highest) ** (1 / temperature)] as const,
  );
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  let rest = random * total;
  for (const [token, size] of sizes) {
    rest -= size;
    if (rest < 0) return token;
  }
  return sizes.at(-1)?.[0] ?? endToken;
}

/** Numbers from 0 to 1, the same ones for the same seed. Python and JavaScript both reckon this exactly. */
function createRandom(seed: number): () => number {
  let state = seed;
  const step = () => {
    state = (1664525 * state + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  // Seeds side by side begin with numbers side by side.
  for (let times = 0; times < 5; times++) step();
  return step;
}

function countBytes(character: number): number {
  if (character < 0x80) return 1;
  if (character < 0x800) return 2;
  return character < 0x10000 ? 3 : 4;
}

function listIn<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
