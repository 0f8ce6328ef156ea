import { layoutBlocks } from '../layout/blocks.ts';
import { layoutQuestion } from '../layout/question.ts';
import { span, spread } from '../layout/width.ts';
import { wrapSpans } from '../layout/wrap.ts';
import { beatNames, beatTitles, type Lesson } from '../model/course.ts';
import type { Line } from '../model/lines.ts';
import { exitCodes, type RunCommand } from './command.ts';
import { show } from './show.ts';

/** `api-labs lesson <id>`: the app at this lesson, or the whole lesson as lines. */
export const run: RunCommand = async (context, args) => {
  const { services, terminal } = context;
  const id = args.subject ?? '';
  if (terminal.isInteractive && !args.isOn('plain')) return context.openApp({ kind: 'lesson', id });
  show(context, lessonLines(await services.loadLesson(id), terminal.columns));
  return exitCodes.passed;
};

function lessonLines(lesson: Lesson, width: number): Line[] {
  return [
    spread(
      [span(`${lesson.number}  ${lesson.title}`, 'accent', { isBold: true })],
      [span(`${lesson.minutes} min`, 'muted')],
      width,
    ),
    ...wrapSpans([span(lesson.summary)], width),
    ...beatNames.flatMap((beat) => [
      [],
      [span(beatTitles[beat], 'accent', { isBold: true })],
      [],
      ...layoutBlocks(lesson.beats[beat], width),
      ...(beat === 'run' ? tryItLines(lesson, width) : []),
      ...(beat === 'defend' ? questionLines(lesson, width) : []),
    ]),
    [],
    [span('Sources', 'muted')],
    ...lesson.sources.flatMap((source) =>
      wrapSpans([span(`${source.title}  `), span(source.url, 'muted')], width, {
        indent: [span('  ')],
        firstIndent: [],
      }),
    ),
  ];
}

/** Replies are computed by the lab, so the plain form names the command that runs it. */
function tryItLines(lesson: Lesson, width: number): Line[] {
  const isRun = lesson.beats.run.some(({ kind }) => kind === 'prediction' || kind === 'timeline');
  if (!isRun) return [];
  return [
    [],
    ...wrapSpans(
      [
        span('To see the replies, start the lab and send the requests: '),
        span(`api-labs lab ${lesson.lab}`, 'code-function'),
      ],
      width,
    ),
  ];
}

function questionLines(lesson: Lesson, width: number): Line[] {
  return lesson.questions.flatMap((question) => [
    [],
    ...layoutQuestion(question, { width, isAnswerShown: true }),
  ]);
}
