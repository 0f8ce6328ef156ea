import { nearestName } from '../course/nearest-name.ts';
import { type CourseIndex, listExercises, pathNames } from '../model/course.ts';
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
    nearest === undefined ? whatThereIs(kind, ids) : `Did you mean ${nearest}?${list(kind, ids)}`;
  return `There is no ${kind} "${id}". ${next}`;
}

/** The id of what is named: a lesson can be named by its number as well. */
export function subjectId(kind: ArgumentKind, name: string, index: CourseIndex): string {
  if (kind !== 'lesson' && kind !== 'topic') return name;
  return index.lessons.find(({ number }) => String(number) === name)?.id ?? name;
}

/** Where there is no list of its own that fits into a line. */
function whatThereIs(kind: ArgumentKind, ids: string[]): string {
  if (kind === 'path') return `The paths are ${ids.join(', ')}.`;
  return kind === 'topic'
    ? `A topic is a lesson.${list(kind, ids)}`
    : 'api-labs list shows what there is.';
}

function list(kind: ArgumentKind, ids: string[]): string {
  return kind === 'topic' ? ` Topics: ${ids.join(', ')}.` : '';
}

function idsOf(
  kind: Exclude<ArgumentKind, 'folder' | 'command' | 'words'>,
  index: CourseIndex,
): string[] {
  switch (kind) {
    case 'path':
      return [...pathNames];
    case 'lesson':
    case 'topic':
      return index.lessons.map((lesson) => lesson.id);
    case 'lab':
      return index.labs.map((lab) => lab.id);
    case 'exercise':
      return listExercises(index).map((exercise) => exercise.id);
    default:
      return kind satisfies never;
  }
}
