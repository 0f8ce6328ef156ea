import { randomInt } from 'node:crypto';
import { nearestName } from '../course/nearest-name.ts';
import { type PathName, pathTitles, type QuestionLevel, questionLevels } from '../model/course.ts';
import { chosenPath, narrowToPath } from '../model/path.ts';
import { drawQuestions, poolOf, type QuizQuestion } from '../model/quiz/draw.ts';
import { usualCount } from '../model/quiz/left.ts';
import { askQuiz } from './ask-quiz.ts';
import { type Arguments, exitCodes, type RunCommand } from './command.ts';
import type { Context, QuizStart } from './context.ts';
import { describeQuestion } from './describe-question.ts';
import { complain, say, showJson } from './show.ts';

const mostQuestions = 500;

/** `api-labs quiz [topic]`: the app at a quiz, the same line by line, or its questions with their answers as JSON. */
export const run: RunCommand = async (context, args) => {
  const start = readStart(context, args);
  if (typeof start === 'string') {
    complain(context, start);
    return exitCodes.wrongUsage;
  }
  const questions = await draw(context, start);
  if (questions.length === 0) {
    complain(context, `${nothingText(start)} api-labs quiz --help shows how to ask for others.`);
    return exitCodes.notPassed;
  }
  if (args.isOn('json')) return printQuiz(context, start, questions);
  if (context.terminal.isInteractive && !args.isOn('plain')) {
    return context.openApp({ kind: 'quiz', ...start });
  }
  const { path } = start;
  if (isShortPath(path)) {
    say(context, `From the path "${pathTitles[path]}"; --all asks from the whole course.`);
  }
  await askQuiz(context, questions);
  return exitCodes.passed;
};

/** What was asked for, or what is wrong with it. */
function readStart({ services }: Context, args: Arguments): QuizStart | string {
  const topic = args.subject;
  if (topic !== undefined && args.isOn('all')) {
    return `--all asks from the whole course; leave out "${topic}", or --all.`;
  }
  const [wantedLevel, wantedCount, wantedSeed] = ['level', 'count', 'seed'].map(args.text);
  const level = wantedLevel === undefined ? undefined : readLevel(wantedLevel);
  if (wantedLevel !== undefined && level === undefined) return unknownLevel(wantedLevel);
  const count = wantedCount === undefined ? usualCount : readWhole(wantedCount, 1, mostQuestions);
  if (count === undefined) {
    return `-n takes a whole number from 1 to ${mostQuestions}, not "${wantedCount}".`;
  }
  const seed = wantedSeed === undefined ? undefined : readWhole(wantedSeed, 0, 2 ** 32 - 1);
  if (wantedSeed !== undefined && seed === undefined) {
    return `--seed takes a whole number from 0 to ${2 ** 32 - 1}, not "${wantedSeed}".`;
  }
  const ownPath = args.isOn('all') ? 'properly' : chosenPath(services.readProgress());
  return { topic, path: topic === undefined ? ownPath : undefined, level, count, seed };
}

function isShortPath(path: PathName | undefined): path is PathName {
  return path !== undefined && path !== 'properly';
}

function readLevel(text: string): QuestionLevel | undefined {
  return questionLevels.find((level) => level === text.toLowerCase());
}

function unknownLevel(text: string): string {
  const nearest = nearestName(text, questionLevels);
  const meant = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  return `There is no level "${text}".${meant} Levels: ${questionLevels.join(', ')}.`;
}

function readWhole(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

async function draw(
  { services }: Context,
  { topic, path = 'properly', level, count, seed }: QuizStart,
): Promise<QuizQuestion[]> {
  const { lessons } = narrowToPath(services.courseIndex, path);
  const ids = topic === undefined ? lessons.map(({ id }) => id) : [topic];
  const pool = poolOf(await Promise.all(ids.map(services.loadLesson)), level);
  const scores = seed === undefined ? services.readProgress().questions : {};
  return drawQuestions(pool, scores, { count, seed: seed ?? randomInt(2 ** 32) });
}

function nothingText({ topic, path, level }: QuizStart): string {
  const which = level === undefined ? 'no question' : `no question of the level ${level}`;
  if (topic !== undefined) return `The lesson ${topic} has ${which}.`;
  return isShortPath(path)
    ? `The path "${pathTitles[path]}" has ${which}; --all asks from the whole course.`
    : `The course has ${which}.`;
}

async function printQuiz(
  context: Context,
  start: QuizStart,
  questions: QuizQuestion[],
): Promise<number> {
  const described = [];
  // One at a time: each lab that is asked runs in a process of its own.
  for (const question of questions) {
    if (context.signal.aborted) return exitCodes.notPassed;
    described.push(await describeQuestion(context.services.askLab, question));
  }
  const { topic = null, path = null, level = null, seed = null } = start;
  showJson(context, { schemaVersion: 1, topic, path, level, seed, questions: described });
  const problems = described.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  for (const problem of new Set(problems)) complain(context, problem);
  return problems.length === 0 ? exitCodes.passed : exitCodes.notPassed;
}
