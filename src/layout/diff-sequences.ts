import { diffArrays } from 'diff';

/** A run of entries that both have, or only one of them. */
export type Change = { value: string[]; added: boolean; removed: boolean };

/** How to get from one sequence to another; where they have little in common, by all of one and all of the other. */
export function diffSequences(
  one: string[],
  other: string[],
  /** Beyond so many differences a finer comparison takes seconds and tells a reader nothing. */
  maxEdits = 150,
): Change[] {
  const changes = diffArrays(one, other, { maxEditLength: maxEdits });
  return (
    changes?.map(({ value, added, removed }) => ({ value, added, removed })) ?? [
      { value: one, added: false, removed: true },
      { value: other, added: true, removed: false },
    ]
  );
}
