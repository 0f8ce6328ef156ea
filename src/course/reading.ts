import type { CodeLibrary } from './code-library.ts';
import type { Highlight } from './code-lines.ts';
import { lineOf, type ProblemList, type Report } from './problems.ts';
import type { RecordedSchemas } from './recorded-schemas.ts';

/** What all readers of one course share. */
export type Reading = {
  root: string;
  list: ProblemList;
  highlight: Highlight;
  library: CodeLibrary;
  /** By lab, the schemas of the components of its twin's document, as recorded. */
  schemas: RecordedSchemas;
  /** The ids that may be referred to. */
  known: {
    lessons: string[];
    /** `lesson` and `lesson/beat`, as checks name them. */
    lessonPlaces: string[];
    labs: string[];
    exercises: string[];
  };
  ids: IdRegister;
};

/** Remembers where each id was first used. */
export type IdRegister = {
  /** Reports the id when it is taken within `scope`, such as `question` or `card`. */
  claim: (scope: string, id: string, where: { file: string; line: number }, report: Report) => void;
};

export function createIdRegister(): IdRegister {
  const taken = new Map<string, string>();
  return {
    claim: (scope, id, { file, line }, report) => {
      const key = `${scope} ${id}`;
      const first = taken.get(key);
      if (first === undefined) {
        taken.set(key, `${file}, ${lineOf(line)}`);
        return;
      }
      report({
        place: lineOf(line),
        value: id,
        problem: `The ${scope.split(' ')[0]} id ${id} is taken by ${first}.`,
        remedy: 'Give one of the two another id.',
      });
    },
  };
}
