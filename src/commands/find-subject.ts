import { nearestName } from '../course/nearest-name.ts';
import { type CourseIndex, listExercises } from '../model/course.ts';
import type { ArgumentKind } from './command.ts';

/** The message for an id the course does not have; undefined when it has it. */
export function unknownSubject(
  kind: ArgumentKind,
  id: string,
  index: CourseIndex,
): string | undefined {
  if (kind === 'folder' || kind === 'command') return undefined;
  const ids = idsOf(kind, index);
  if (ids.includes(id)) return undefined;
  const nearest = ids.find((known) => known.endsWith(`/${id}`)) ?? nearestName(id, ids);
  const next =
    nearest === undefined
      ? kind === 'topic'
        ? 'A topic is a lesson.'
        : 'api-labs list shows what there is.'
      : `Did you mean ${nearest}?`;
  const list = kind === 'topic' ? ` Topics: ${ids.join(', ')}.` : '';
  return `There is no ${kind} "${id}". ${next}${list}`;
}

function idsOf(kind: 'lesson' | 'topic' | 'lab' | 'exercise', index: CourseIndex): string[] {
  switch (kind) {
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
