import { fitLine, padLine, span, spread } from '../../../layout/width.ts';
import {
  type BeatName,
  beatNames,
  beatTitles,
  type ExerciseSummary,
  type LessonSummary,
  type PathName,
  pathTitles,
} from '../../../model/course.ts';
import type { Line, Span } from '../../../model/lines.ts';
import { formatMinutes, lessonMinutesLeft } from '../../../model/minutes-left.ts';
import { chosenPath, type PathLength } from '../../../model/path.ts';
import {
  exerciseProgress,
  isBeatDone,
  lessonStatus,
  type NextStep,
  type Progress,
} from '../../../model/progress.ts';
import type { LabRun } from '../../lab-runs.ts';
import type { HomeRow } from './home-rows.ts';

type HomeLinesOptions = {
  rows: HomeRow[];
  selected: string;
  progress: Progress;
  runs: Record<string, LabRun>;
  exercises: ExerciseSummary[];
  /** How many questions the own path asks of each lesson, by its id. */
  questions: Record<string, number>;
  width: number;
};

/** The course map and the line of it that is marked. */
export type HomeLines = { lines: Line[]; markedLine: number };

const wideEnough = 66;

/** The course map: what is next, then lessons by beat, then labs with a dot for each exercise. */
export function homeLines(options: HomeLinesOptions): HomeLines {
  const { rows, selected } = options;
  const lines: Line[] = [];
  let markedLine = 0;
  for (const [index, row] of rows.entries()) {
    const previous = rows[index - 1]?.kind;
    if (row.kind === 'lesson' && previous !== 'lesson') lines.push([], lessonsHeading(options));
    if (row.kind === 'lab' && previous !== 'lab' && previous !== 'exercise') {
      lines.push([], [span('  LABS', 'muted')]);
    }
    const isMarked = row.id === selected;
    if (isMarked) markedLine = lines.length;
    lines.push(rowLine(row, isMarked, options));
  }
  return { lines, markedLine };
}

function cursor(isMarked: boolean): Span {
  return isMarked ? span('▸ ', 'accent', { isBold: true }) : span('  ');
}

function title(text: string, isMarked: boolean, isOnPath = true): Span {
  if (isMarked) return span(text, 'accent', { isBold: true });
  return span(text, isOnPath ? undefined : 'muted');
}

const beatColumns: Record<BeatName, number> = { say: 4, see: 4, run: 4, build: 6, defend: 6 };

/** The names of the beats, and what a dash in place of one means where there is any. */
function lessonsHeading({ rows, progress, width }: HomeLinesOptions): Line {
  const names = beatNames.map((beat) => beat.padEnd(beatColumns[beat])).join('');
  const lessons = rows.flatMap((row) => (row.kind === 'lesson' ? [row] : []));
  const hasDash = lessons.some(({ lesson }) => lesson.exercises.length === 0);
  const ofPath = chosenPath(progress) === 'properly' || width < wideEnough ? '' : ' on this path';
  const legend = hasDash ? `   – no exercise${ofPath}` : '';
  return spread(
    [span(`  LESSONS${legend}`, 'muted')],
    rightColumn([span(names, 'muted')], '', width),
    width,
  );
}

/** The beats and what is left, in columns that are the same in every row. */
function rightColumn(beats: Line, left: string, width: number): Line {
  return width < wideEnough ? beats : [...beats, span(left.padStart(9), 'muted')];
}

function rowLine(row: HomeRow, isMarked: boolean, options: HomeLinesOptions): Line {
  const { progress, width } = options;
  switch (row.kind) {
    case 'next':
      return nextLine(row.step, isMarked, options);
    case 'path':
      return pathLine(row.lengths, isMarked, options);
    case 'lesson': {
      const { lesson, isOnPath } = row;
      const status = lessonStatus(progress, lesson);
      const mark = status === 'done' ? span('✔ ', 'ok') : span('  ');
      const minutes = lessonMinutesLeft(progress, lesson, options.questions[lesson.id] ?? 0);
      const beats = beatNames.map((beat) => beatCell(progress, lesson, beat));
      const left = minutes === 0 || !isOnPath ? '' : formatMinutes(minutes);
      const name = [
        cursor(isMarked),
        mark,
        span(`${String(lesson.number).padStart(numberColumns(options))} `, 'muted'),
        title(lesson.title, isMarked, isOnPath),
      ];
      const right = rightColumn(beats, left, width);
      return spread(fitLine(name, width - columnsOf(right) - 1), right, width);
    }
    case 'lab': {
      const state = options.runs[row.lab.id]?.state;
      const running = state?.kind === 'running' ? [span(`running on :${state.port}  `, 'ok')] : [];
      const right = [...running, ...exerciseDots(row.lab.exercises, progress)];
      const name = [cursor(isMarked), span('  '), title(row.lab.id.padEnd(14), isMarked)];
      const left = [...name, span(row.lab.summary, 'muted')];
      return spread(fitLine(left, width - columnsOf(right) - 1), right, width);
    }
    case 'exercise': {
      const { status } = exerciseProgress(progress, row.exercise.id);
      const marks = {
        new: span('○ ', 'muted'),
        started: span('◐ ', 'warn'),
        passed: span('✔ ', 'ok'),
      };
      const left = [
        cursor(isMarked),
        span('    '),
        marks[status],
        title(row.exercise.title, isMarked),
      ];
      const words = {
        new: formatMinutes(row.exercise.minutes),
        started: 'started',
        passed: 'passed',
      };
      return spread(left, [span(words[status], 'muted')], width);
    }
    default:
      return row satisfies never;
  }
}

function numberColumns({ rows }: HomeLinesOptions): number {
  const numbers = rows.flatMap((row) => (row.kind === 'lesson' ? [row.lesson.number] : []));
  return String(Math.max(...numbers)).length;
}

/** One dot for each exercise of a lab. */
function exerciseDots(exercises: ExerciseSummary[], progress: Progress): Line {
  return exercises.map(({ id }): Span => {
    const { status } = exerciseProgress(progress, id);
    if (status === 'passed') return span('●', 'ok');
    return status === 'started' ? span('◐', 'warn') : span('○', 'muted');
  });
}

function columnsOf(line: Line): number {
  return line.reduce((sum, part) => sum + part.text.length, 0);
}

function beatCell(progress: Progress, lesson: LessonSummary, beat: BeatName): Span {
  const columns = beatColumns[beat];
  if (beat !== 'build') {
    return isBeatDone(progress, lesson, beat)
      ? span('●'.padEnd(columns), 'ok')
      : span('○'.padEnd(columns), 'muted');
  }
  const total = lesson.exercises.length;
  const passed = lesson.exercises.filter(
    (id) => exerciseProgress(progress, id).status === 'passed',
  ).length;
  if (total === 0) return span('–'.padEnd(columns), 'muted');
  if (passed === total) return span('●'.padEnd(columns), 'ok');
  if (passed === 0) return span('○'.padEnd(columns), 'muted');
  return span(`${passed}/${total}`.padEnd(columns), 'warn');
}

function nextLine(step: NextStep, isMarked: boolean, options: HomeLinesOptions): Line {
  const { exercises, width, progress } = options;
  const label = [cursor(isMarked), span('Next  ', 'muted')];
  switch (step.kind) {
    case 'finished':
      return [...label, title(endTitle(chosenPath(progress)), isMarked)];
    case 'beat': {
      const name = `${step.lesson.title}: ${beatTitles[step.beat]}`;
      return nextWith(label, name, sizeOfBeat(step.lesson, step.beat, options), isMarked, width);
    }
    case 'exercise': {
      const exercise = exercises.find(({ id }) => id === step.exercise);
      const name = `Build it: ${exercise?.title ?? step.exercise}`;
      return nextWith(label, name, about(exercise?.minutes ?? 5), isMarked, width);
    }
    default:
      return step satisfies never;
  }
}

/** How long a beat is: in minutes of reading, or in questions to answer aloud. */
function sizeOfBeat(
  { id, minutes }: LessonSummary,
  beat: BeatName,
  options: HomeLinesOptions,
): string {
  const questions = options.questions[id] ?? 0;
  if (beat !== 'defend' || questions === 0) return about(Math.max(1, Math.round(minutes / 4)));
  return questions === 1 ? '1 question' : `${questions} questions`;
}

function about(minutes: number): string {
  return `about ${formatMinutes(minutes)}`;
}

function endTitle(path: PathName): string {
  return path === 'properly' ? 'The course is finished' : `Done: ${pathTitles[path]}`;
}

const shortTitles: Record<PathName, string> = {
  tomorrow: 'tomorrow',
  week: 'this week',
  properly: 'properly',
};

const shortestTitles = { ...shortTitles, week: 'week' };

/** The paths with what is left of each; where there is no room, only the chosen one. */
function pathLine(lengths: PathLength[], isMarked: boolean, options: HomeLinesOptions): Line {
  const { progress, width } = options;
  const chosen = chosenPath(progress);
  const label = [cursor(isMarked), span('Path  ', 'muted')];
  const lineWith = (titles: Record<PathName, string>, shown: PathLength[], gap: string): Line => [
    ...label,
    ...shown.flatMap(({ path, minutesLeft }, index): Line => {
      const isChosen = path === chosen;
      const left = minutesLeft === 0 ? 'done' : formatMinutes(minutesLeft);
      return [
        ...(index === 0 ? [] : [span(gap)]),
        span(isChosen ? '● ' : '○ ', isChosen ? 'accent' : 'muted'),
        isChosen ? title(titles[path], isMarked) : span(titles[path], 'muted'),
        span(` ${left}`, 'muted'),
      ];
    }),
  ];
  const own = lengths.filter(({ path }) => path === chosen);
  const isDone = own.every(({ minutesLeft }) => minutesLeft === 0);
  const candidates = [
    lineWith(pathTitles, lengths, '   '),
    lineWith(shortTitles, lengths, '   '),
    lineWith(shortTitles, lengths, '  '),
    // That these are paths is told by p in the key bar; how much is left of each is told only here.
    [cursor(isMarked), ...lineWith(shortestTitles, lengths, '  ').slice(label.length)],
    [...lineWith(pathTitles, own, ''), span(isDone ? '' : ' left', 'muted')],
  ];
  const fitting = candidates.find((line) => columnsOf(line) <= width) ?? label;
  return padLine(fitting, width);
}

function nextWith(label: Line, name: string, size: string, isMarked: boolean, width: number): Line {
  const right = [span(size, 'muted')];
  return padLine(spread([...label, title(name, isMarked)], right, width), width);
}
