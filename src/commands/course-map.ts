import { span, spread } from '../layout/width.ts';
import { wrapParts, wrapSpans } from '../layout/wrap.ts';
import { beatNames, beatTitles, type CourseIndex, type PathName } from '../model/course.ts';
import type { Line, Span } from '../model/lines.ts';
import { nextPath } from '../model/path.ts';
import {
  exerciseProgress,
  hasBeat,
  isBeatDone,
  lessonStatus,
  type NextStep,
  type Progress,
} from '../model/progress.ts';

const done = (): Span => span('✔', 'ok');
const started = (): Span => span('▸', 'accent');
const untouched = (): Span => span('·', 'muted');

/** `5 of 5 beats` and its like. */
const noteColumns = 12;
const fewestTitleColumns = 18;

/** The whole course with what is done of it. */
export function courseMap(index: CourseIndex, progress: Progress, width: number): Line[] {
  const idWidth = Math.max(
    ...index.lessons.map((lesson) => lesson.id.length),
    ...index.labs.flatMap((lab) => [
      lab.id.length,
      ...lab.exercises.map((exercise) => exercise.id.length + 2),
    ]),
  );
  const isNarrow = width - idWidth - noteColumns - 6 < fewestTitleColumns;
  const row = (mark: Span, id: string, title: string, note: string): Line[] => {
    const head: Line = [mark, span(` ${id.padEnd(idWidth)}  `)];
    const right = [span(note, 'muted')];
    if (isNarrow) {
      return [spread(head, right, width), [span(`${/^ */.exec(id)?.[0]}    ${title}`)]];
    }
    const columns = width - idWidth - note.length - 6;
    const [first = [], ...more] = wrapSpans([span(title)], columns);
    const indent = span(' '.repeat(idWidth + 4));
    return [
      spread([...head, ...first], right, width),
      ...more.map((line): Line => [indent, ...line]),
    ];
  };
  const lessons = index.lessons.flatMap((lesson) => {
    const status = lessonStatus(progress, lesson);
    const mark = status === 'done' ? done() : status === 'started' ? started() : untouched();
    const beats = beatNames.filter((beat) => hasBeat(lesson, beat));
    const read = beats.filter((beat) => isBeatDone(progress, lesson, beat)).length;
    return row(mark, lesson.id, lesson.title, `${read} of ${beats.length} beats`);
  });
  const labs = index.labs.flatMap((lab) => [
    ...row(span(' '), lab.id, lab.title, ''),
    ...lab.exercises.flatMap((exercise) => {
      const { status } = exerciseProgress(progress, exercise.id);
      const mark = status === 'passed' ? done() : status === 'started' ? started() : untouched();
      return row(mark, `  ${exercise.id}`, exercise.title, status);
    }),
  ]);
  return [
    [span('Lessons', 'accent', { isBold: true })],
    ...lessons,
    [],
    [span('Labs and exercises', 'accent', { isBold: true })],
    ...labs,
  ];
}

/** What to do next, and the command for it. */
export function nextStepLines(step: NextStep, path: PathName, width: number): Line[] {
  const [what, ...command] = nextStepSpans(step, path);
  return wrapParts([[span('Next: ', 'accent', { isBold: true }), what], command], width);
}

/** What is next, and the command for it where there is one. */
function nextStepSpans(step: NextStep, path: PathName): [Span, ...Span[]] {
  switch (step.kind) {
    case 'beat':
      return [
        span(`${step.lesson.title}, ${beatTitles[step.beat]}: `),
        span(`api-labs lesson ${step.lesson.id}`, 'code-function'),
      ];
    case 'exercise':
      return [
        span(`${step.lesson.title}, ${beatTitles.build}: `),
        span(`api-labs grade ${step.exercise}`, 'code-function'),
      ];
    case 'finished':
      if (path === 'properly') return [span('all lessons and exercises are done.')];
      return [
        span(`nothing is left of the path ${path}. A longer one: `),
        span(`api-labs path ${nextPath(path)}`, 'code-function'),
      ];
    default:
      return step satisfies never;
  }
}
