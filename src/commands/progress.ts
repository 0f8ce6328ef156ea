import { hintsText } from '../layout/attempts.ts';
import { layoutTopicScores } from '../layout/quiz-score.ts';
import { span } from '../layout/width.ts';
import { wrapSpans } from '../layout/wrap.ts';
import { beatNames, beatTitles, listExercises } from '../model/course.ts';
import type { Line } from '../model/lines.ts';
import { chosenPath, measurePaths, ownCourse } from '../model/path.ts';
import {
  exerciseProgress,
  hasBeat,
  hintsUsed,
  isBeatDone,
  lessonStatus,
  nextStep,
  type Progress,
  shareDone,
} from '../model/progress.ts';
import { type TopicScore, topicScores } from '../model/quiz/score.ts';
import { exitCodes, type RunCommand } from './command.ts';
import type { Context } from './context.ts';
import { nextStepLines } from './course-map.ts';
import { pathLines } from './path-lines.ts';
import { show, showJson } from './show.ts';

/** `api-labs progress`: what is done, beat by beat and exercise by exercise. */
export const run: RunCommand = async (context, args) => {
  const progress = context.services.readProgress();
  if (args.isOn('json')) showJson(context, progressReport(context, progress));
  else show(context, progressLines(context, progress));
  const warning = context.services.progressWarning();
  if (warning !== undefined) context.writeError(`${warning}\n`);
  return exitCodes.passed;
};

function progressReport(context: Context, progress: Progress): unknown {
  const index = context.services.courseIndex;
  const own = ownCourse(index, progress);
  const step = nextStep(progress, own);
  return {
    schemaVersion: 1,
    path: chosenPath(progress),
    paths: measurePaths(index, progress),
    shareDone: shareDone(progress, own),
    lessons: index.lessons.map((lesson) => ({
      id: lesson.id,
      status: lessonStatus(progress, lesson),
      beats: beatNames.filter((beat) => isBeatDone(progress, lesson, beat)),
    })),
    exercises: listExercises(index).map(({ id }) => exerciseReport(progress, id)),
    next:
      step.kind === 'beat'
        ? { kind: step.kind, lesson: step.lesson.id, beat: step.beat }
        : step.kind === 'exercise'
          ? { kind: step.kind, lesson: step.lesson.id, exercise: step.exercise }
          : { kind: step.kind },
    quiz: topicScores(progress, index).map(topicReport),
    lastActiveAt: progress.lastActiveAt ?? null,
    workspace: progress.workspace ?? null,
    file: context.probes.log().file,
  };
}

function topicReport({ lesson, questions, asked, points }: TopicScore): unknown {
  return { lesson, questions, asked, share: asked === 0 ? null : points / asked };
}

function exerciseReport(progress: Progress, id: string): unknown {
  const one = exerciseProgress(progress, id);
  const { history: _listedByAttempts, hintsSeen: _counted, ...rest } = one;
  return { id, ...rest, hintsUsed: hintsUsed(one) };
}

function progressLines(context: Context, progress: Progress): Line[] {
  const index = context.services.courseIndex;
  const width = context.terminal.columns;
  const own = ownCourse(index, progress);
  const percent = Math.round(shareDone(progress, own) * 100);
  const titleWidth = Math.max(...index.lessons.map((lesson) => lesson.title.length));
  const idWidth = Math.max(...listExercises(index).map(({ id }) => id.length));
  const lessons = index.lessons.flatMap((lesson) => {
    const beats = beatNames.flatMap((beat) => {
      const isDone = isBeatDone(progress, lesson, beat);
      const name = beatTitles[beat].split(' ')[0] ?? '';
      if (!hasBeat(lesson, beat)) return [span('– ', 'muted'), span(`${name}  `, 'muted')];
      return [span(isDone ? '✔ ' : '· ', isDone ? 'ok' : 'muted'), span(`${name}  `)];
    });
    return wrapSpans([span(lesson.title.padEnd(titleWidth + 2)), ...beats], width, {
      indent: [span('  ')],
      firstIndent: [],
    });
  });
  const exercises = listExercises(index).flatMap(({ id }) => {
    const one = exerciseProgress(progress, id);
    const { status, attempts, lastVerdict, isSolutionShown } = one;
    const counts =
      lastVerdict === undefined
        ? ''
        : `, last ${lastVerdict.status} with ${lastVerdict.passed} of ${lastVerdict.total} checks`;
    const hints = hintsUsed(one) === 0 ? '' : `, ${hintsText(one)}`;
    const seen = isSolutionShown ? ', solution seen' : '';
    const tries = attempts === 0 ? '' : `, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;
    const tone = status === 'passed' ? 'ok' : 'muted';
    const mark = status === 'passed' ? '✔ ' : '· ';
    return wrapSpans(
      [
        span(mark, tone),
        span(id.padEnd(idWidth + 2)),
        span(`${status}${tries}${counts}${hints}${seen}`, tone),
      ],
      width,
      { indent: [span('  ')], firstIndent: [] },
    );
  });
  const quiz = layoutTopicScores(topicScores(progress, index), width);
  return [
    [span(`${percent} % done`, 'accent', { isBold: true })],
    ...pathLines(context, progress),
    [],
    ...lessons,
    [],
    ...exercises,
    [],
    ...quiz,
    ...(quiz.length > 0 ? [[]] : []),
    ...nextStepLines(nextStep(progress, own), chosenPath(progress), width),
  ];
}
