import { nearestName } from '../course/nearest-name.ts';
import { type CourseIndex, listExercises } from '../model/course.ts';
import type { ArgumentKind } from './command.ts';

/** The message for an id the course does not have; undefined when it has it. */
export function unknownSubject(
  kind: ArgumentKind,
  id: string,
  index: CourseIndex,
): string | undefined {
  if (kind === 'folder' || kind === 'command' || kind === 'words') return undefined;
  const ids = idsOf(kind, index);
  if (ids.includes(id)) return undefined;
  const nearest = ids.find((known) => known.endsWith(`/${id}`)) ?? nearestName(id, ids);
  const next =
    nearest === undefined ? 'api-labs list shows what there is.' : `Did you mean ${nearest}?`;
  return `There is no ${kind} "${id}". ${next}`;
}

function idsOf(kind: 'lesson' | 'lab' | 'exercise', index: CourseIndex): string[] {
  switch (kind) {
    case 'lesson':
      return index.lessons.map((lesson) => lesson.id);
    case 'lab':
      return index.labs.map((lab) => lab.id);
    case 'exercise':
      return listExercises(index).map((exercise) => exercise.id);
    default:
      return kind satisfies never;
  }
}
