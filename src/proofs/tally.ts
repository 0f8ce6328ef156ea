/** What became of one mutant. `unusable` could not be started, so that there was nothing to grade. */
export type Fate = { id: string; fate: 'killed' | 'survived' | 'unusable' };

export type Tally = {
  /** Mutants that could be graded. */
  graded: number;
  killed: number;
  /** Survivors that are explained. */
  equivalent: number;
  /** Survivors that are not. */
  survivors: string[];
  /** Explanations of mutants that are killed, or that there are none of. */
  stale: { mutation: string; problem: string }[];
};

/** Counts what became of the mutants, and holds it against the explained ones. */
export function tallyFates(fates: Fate[], explained: string[]): Tally {
  const survived = fates.filter(({ fate }) => fate === 'survived').map(({ id }) => id);
  const killed = fates.filter(({ fate }) => fate === 'killed').map(({ id }) => id);
  const known = new Set(explained);
  const stale = explained
    .filter((mutation) => !survived.includes(mutation))
    .map((mutation) => {
      const isKilled = killed.includes(mutation);
      return { mutation, problem: isKilled ? 'is killed' : 'is generated no more' };
    });
  return {
    graded: survived.length + killed.length,
    killed: killed.length,
    equivalent: survived.filter((id) => known.has(id)).length,
    survivors: survived.filter((id) => !known.has(id)),
    stale,
  };
}
