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
    const { path, lessons, exercises, minutes, minutesLeft } = length;
    const isChosen = path === chosen;
    const size = `${count(lessons, 'lesson')}, ${count(exercises, 'exercise')}`;
    return wrapSpans(
      [
        span(`${isChosen ? '●' : '○'} ${path.padEnd(9)} `, isChosen ? 'accent' : 'muted'),
        span(`${pathTitles[path]}: `),
        span(`${size}, ${timeText(minutes, minutesLeft)}`, 'muted'),
      ],
      terminal.columns,
      { indent: [span('  ')], firstIndent: [] },
    );
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
