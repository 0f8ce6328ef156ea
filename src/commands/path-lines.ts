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
    const left = minutesLeft === 0 ? 'done' : `${formatMinutes(minutesLeft)} left`;
    const size = `${count(lessons, 'lesson')}, ${count(exercises, 'exercise')}`;
    return wrapSpans(
      [
        span(`${isChosen ? '●' : '○'} ${path.padEnd(9)} `, isChosen ? 'accent' : 'muted'),
        span(`${pathTitles[path]}: `),
        span(`${size}, ${formatMinutes(minutes)}; ${left}`, 'muted'),
      ],
      terminal.columns,
      { indent: [span('  ')], firstIndent: [] },
    );
  });
}

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`;
}
