import { span } from '../layout/width.ts';
import { wrapSpans } from '../layout/wrap.ts';
import { pathTitles } from '../model/course.ts';
import type { Line } from '../model/lines.ts';
import { formatMinutes } from '../model/minutes-left.ts';
import { chosenPath, measurePaths } from '../model/path.ts';
import type { Progress } from '../model/progress.ts';
import type { Context } from './context.ts';

/** The paths through the course, the chosen one marked, with what is left of each. */
export function pathLines({ services, terminal }: Context, progress: Progress): Line[] {
  const chosen = chosenPath(progress);
  return measurePaths(services.courseIndex, progress).flatMap((length) => {
    const { path, lessons, questions, exercises, minutes, minutesLeft } = length;
    const isChosen = path === chosen;
    const asked = questions === 0 ? '' : `, ${count(questions, 'question')}`;
    const size = `${count(lessons, 'lesson')}${asked}, ${count(exercises, 'exercise')}`;
    const name: Line = [
      span(`${isChosen ? '●' : '○'} ${path.padEnd(9)} `, isChosen ? 'accent' : 'muted'),
      span(`${pathTitles[path]}, ${timeText(minutes, minutesLeft)}`),
    ];
    const columns = terminal.columns;
    return [
      ...wrapSpans(name, columns, { indent: [span('  ')], firstIndent: [] }),
      ...wrapSpans([span(size, 'muted')], columns, { indent: [span(' '.repeat(12))] }),
    ];
  });
}

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`;
}

function timeText(minutes: number, minutesLeft: number): string {
  const all = formatMinutes(minutes);
  if (minutesLeft === 0) return `${all}, done`;
  return minutesLeft === minutes ? all : `${formatMinutes(minutesLeft)} left of ${all}`;
}
