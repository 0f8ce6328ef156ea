import type { ReplyChange } from './reply-change.ts';

/** To which replies of the solution a change is made. */
export type ReplyClass = {
  method: string;
  /** As in `/items/{id}`. */
  route: string;
  status: number;
};

/** A handler that is the solution with one thing wrong. */
export type Mutant =
  | {
      kind: 'reply';
      id: string;
      /** Without it every reply is changed. */
      of?: ReplyClass;
      change: ReplyChange;
    }
  | {
      kind: 'source';
      id: string;
      /** The whole file. */
      text: string;
    };

/** A handler that is wrong as it stands in its file. */
export type Mistake = { kind: 'mistake'; id: string; file: string };

/** Gives the second mutant of one name, and those after it, a number. */
export function numberTwins<One extends { id: string }>(mutants: One[]): One[] {
  const seen = new Map<string, number>();
  return mutants.map((mutant) => {
    const count = (seen.get(mutant.id) ?? 0) + 1;
    seen.set(mutant.id, count);
    return count === 1 ? mutant : { ...mutant, id: `${mutant.id} (${count})` };
  });
}
