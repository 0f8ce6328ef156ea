import { type BeatName, type Block, beatNames, type Lesson } from '../model/course.ts';
import { splitBeats } from './beats.ts';
import {
  type DirectiveHome,
  readCodeDirective,
  readCompare,
  readCorrection,
  readExerciseDirective,
  readPredict,
} from './directives.ts';
import { readPlainFence, reportMisplaced } from './fences.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type Fence, lexMarkdown, type PlacedToken, readBlocks } from './markdown-blocks.ts';
import { parseSchema, placeOf } from './parse-schema.ts';
import { readSchemaPicture, readTimeline } from './pictures.ts';
import { lineOf, suggestName } from './problems.ts';
import { readCards, readQuestions } from './questions.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';
import { lessonSchema } from './schemas.ts';
import type { LessonFolder } from './tree.ts';
import type { YamlDocument } from './yaml-document.ts';

type LessonText = Omit<Lesson, 'id' | 'number' | 'questions' | 'cards'>;

/** A lesson with its questions and cards; undefined when any of it has a problem. */
export async function readLesson(
  { slug, folder, present }: LessonFolder,
  number: number,
  reading: Reading,
): Promise<Lesson | undefined> {
  const ifPresent = <T>(name: string, read: (file: string) => Promise<T | undefined>) =>
    present.has(name) ? read(`${folder}/${name}`) : undefined;
  const text = await ifPresent('lesson.md', (file) => readLessonText(file, slug, reading));
  const home = { lesson: slug, lab: text?.lab };
  const questions = await ifPresent('questions.yaml', (file) => readQuestions(file, home, reading));
  const cards = await ifPresent('cards.yaml', (file) => readCards(file, reading));
  if (text === undefined || questions === undefined || cards === undefined) return undefined;
  return { id: slug, number, ...text, questions, cards };
}

async function readLessonText(
  file: string,
  lesson: string,
  reading: Reading,
): Promise<LessonText | undefined> {
  const report = reading.list.reportIn(file);
  const text = await readText(reading.root, file, report);
  if (text === undefined) return undefined;
  const { matter, body, bodyLine } = splitFrontMatter(text, report);
  const front = matter && parseSchema(lessonSchema, matter, report);
  if (matter !== undefined && front !== undefined) checkReferences(front, matter, file, reading);
  const home: DirectiveHome = { file, scope: `prediction ${lesson}`, report };
  const beats = readBeats(lexMarkdown(body, bodyLine), bodyLine, home, reading);
  return front && { ...front, beats };
}

function readBeats(
  tokens: PlacedToken[],
  bodyLine: number,
  home: DirectiveHome,
  reading: Reading,
): Record<BeatName, Block[]> {
  const parts = splitBeats(tokens, bodyLine, home.report);
  const readBeat = (beat: BeatName): Block[] =>
    readBlocks(parts[beat], {
      report: home.report,
      headingDepths: [3],
      readFence: (fence) => readLessonFence(fence, home, reading),
    });
  const [say, see, run, build, defend] = beatNames;
  return {
    say: readBeat(say),
    see: readBeat(see),
    run: readBeat(run),
    build: readBeat(build),
    defend: readBeat(defend),
  };
}

function readLessonFence(fence: Fence, home: DirectiveHome, reading: Reading): Block | undefined {
  switch (fence.language) {
    case 'compare':
      return readCompare(fence, home, reading);
    case 'code':
      return readCodeDirective(fence, home, reading);
    case 'predict':
      return readPredict(fence, home, reading);
    case 'timeline':
      return readTimeline(fence, home, reading);
    case 'schema':
      return readSchemaPicture(fence, home, reading);
    case 'correction':
      return readCorrection(fence, home);
    case 'exercise':
      return readExerciseDirective(fence, home, reading);
    case 'request':
      return reportMisplaced(fence, home.report);
    case 'python':
    case 'typescript':
    case 'py':
    case 'ts':
    case 'tsx':
    case 'javascript':
    case 'js':
      home.report({
        place: lineOf(fence.line - 1),
        value: `\`\`\`${fence.language}`,
        problem: 'Code is typed into the lesson, where nothing runs it.',
        remedy: 'Put it into a file of the lab and show its region with ```code or ```compare.',
      });
      return undefined;
    default:
      return readPlainFence(
        fence,
        ['json', 'http', 'shell', 'text'],
        reading.highlight,
        home.report,
      );
  }
}

function checkReferences(
  { lab, exercises }: { lab: string; exercises: string[] },
  matter: YamlDocument,
  file: string,
  { known, list }: Reading,
): void {
  const check = (kind: string, id: string, path: PropertyKey[], ids: string[]): void => {
    if (ids.includes(id)) return;
    list.reportIn(file)({
      place: placeOf(matter.lineAt(path), path),
      value: id,
      problem: `There is no ${kind} ${id}.`,
      remedy: suggestName(id, ids),
    });
  };
  check('lab', lab, ['lab'], known.labs);
  exercises.forEach((id, index) => {
    check('exercise', id, ['exercises', index], known.exercises);
  });
}
