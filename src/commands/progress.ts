import { hintsText } from '../layout/attempts.ts';
import { layoutTopicScores } from '../layout/quiz-score.ts';
import { span } from '../layout/width.ts';
import { wrapParts } from '../layout/wrap.ts';
import { beatNames, listExercises } from '../model/course.ts';
import type { Line } from '../model/lines.ts';
import { chosenPath, measurePaths, ownCourse } from '../model/path.ts';
import {
  exerciseProgress,
  hintsUsed,
  isBeatDone,
  lessonStatus,
  nextStep,
  type Progress,
  shareDone,
} from '../model/progress.ts';
import { type TopicScore, topicScores } from '../model/quiz/score.ts';
import { beatRows } from './beat-rows.ts';
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
  const idWidth = Math.max(...listExercises(index).map(({ id }) => id.length));
  const exercises = listExercises(index).flatMap(({ id }) => {
    const one = exerciseProgress(progress, id);
    const { status, attempts, lastVerdict, isSolutionShown } = one;
    const parts = [
      status,
      ...(attempts === 0 ? [] : [attempts === 1 ? '1 attempt' : `${attempts} attempts`]),
      ...(lastVerdict === undefined
        ? []
        : [`last ${lastVerdict.status} with ${lastVerdict.passed} of ${lastVerdict.total} checks`]),
      ...(hintsUsed(one) === 0 ? [] : [hintsText(one)]),
      ...(isSolutionShown ? ['solution seen'] : []),
    ];
    const tone = status === 'passed' ? 'ok' : 'muted';
    const said = parts.map((part, place) => [
      span(place === parts.length - 1 ? part : `${part}, `, tone),
    ]);
    const [first = [], ...more] = said;
    const mark = status === 'passed' ? '✔ ' : '· ';
    const head = [span(mark, tone), span(id.padEnd(idWidth + 2)), ...first];
    return wrapParts([head, ...more], width, { indent: [span('  ')] });
  });
  const quiz = layoutTopicScores(topicScores(progress, index), width);
  return [
    [span(`${percent} % done`, 'accent', { isBold: true })],
    ...pathLines(context, progress),
    [],
    ...beatRows(index, progress, width),
    [],
    ...exercises,
    [],
    ...quiz,
    ...(quiz.length > 0 ? [[]] : []),
    ...nextStepLines(nextStep(progress, own), chosenPath(progress), width),
  ];
}
