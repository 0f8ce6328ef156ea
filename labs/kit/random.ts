import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Inputs that a handler cannot know ahead; the same seed draws the same ones again. */
export type Random = {
  /** Both bounds included. */
  integer: (from: number, to: number) => number;
  /** A number with at most `decimals` decimal places, both bounds included. */
  number: (from: number, to: number, decimals?: number) => number;
  pick: <T>(choices: readonly T[]) => T;
  /** The same entries in another order, or the same order. */
  shuffle: <T>(entries: readonly T[]) => T[];
  /** Lower-case letters, as in `qzvmk`. */
  word: (length?: number) => string;
};

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Draws from `seed` for one check, named by `id`: what other checks draw changes nothing. */
export function createRandom(seed: number, id: string): Random {
  const mixed = createHash('sha256').update(`${seed}:${id}`).digest().readInt32LE();
  const generator = xoroshiro128plus(mixed);
  const integer = (from: number, to: number) => uniformInt(generator, from, to);
  const pick = <T>(choices: readonly T[]): T => {
    if (choices.length === 0) throw new RangeError('There is nothing to pick from.');
    return choices[integer(0, choices.length - 1)] as T;
  };
  return {
    integer,
    number: (from, to, decimals = 3) => {
      const steps = 10 ** decimals;
      return integer(Math.ceil(from * steps), Math.floor(to * steps)) / steps;
    },
    pick,
    shuffle: (entries) => {
      const rest = [...entries];
      return entries.map(() => rest.splice(integer(0, rest.length - 1), 1)[0] as never);
    },
    word: (length = 6) => Array.from({ length }, () => pick([...letters])).join(''),
  };
}
