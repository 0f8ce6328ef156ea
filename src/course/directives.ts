import type { Block, Code, PreparedRequest } from '../model/course.ts';
import { takeCode } from './code-library.ts';
import type { Fault } from './inline.ts';
import { readInlineText } from './inline.ts';
import type { Fence } from './markdown-blocks.ts';
import { parseSchema, placeOf } from './parse-schema.ts';
import { type Report, suggestName } from './problems.ts';
import type { Reading } from './reading.ts';
import { prepareRequest } from './request-schema.ts';
import { codeSchema, compareSchema, correctionSchema, predictSchema } from './schemas.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

/** The file that a directive stands in, and within what its ids must be unique. */
export type DirectiveHome = { file: string; scope: string; report: Report };

/** FastAPI beside Hono, both from files of the labs. */
export function readCompare(
  fence: Fence,
  home: DirectiveHome,
  reading: Reading,
): Block | undefined {
  const document = readYaml(fence.text, fence.line, home.report);
  const parsed = document && parseSchema(compareSchema, document, home.report);
  if (document === undefined || parsed === undefined) return undefined;
  const side = (key: 'left' | 'right', language: Code['language'], framework: string) => {
    const code = resolveCode(parsed[key], [key], document, home, reading);
    if (code === undefined || code.language === language) return code;
    home.report({
      place: placeOf(document.lineAt([key]), [key]),
      value: parsed[key],
      problem: `The ${key} side shows ${framework}, so it takes a ${language} file.`,
      remedy: 'Put FastAPI on the left and Hono on the right.',
    });
    return undefined;
  };
  const left = side('left', 'python', 'FastAPI');
  const right = side('right', 'typescript', 'Hono');
  const notes = parsed.notes.map((note, index) =>
    readInlineText(note, faultAt(document, ['notes', index], home.report)),
  );
  if (left === undefined || right === undefined) return undefined;
  return { kind: 'compare', left, right, notes };
}

/** One piece of code from a file of the labs. */
export function readCodeDirective(
  fence: Fence,
  home: DirectiveHome,
  reading: Reading,
): Block | undefined {
  const document = readYaml(fence.text, fence.line, home.report);
  const parsed = document && parseSchema(codeSchema, document, home.report);
  if (document === undefined || parsed === undefined) return undefined;
  const code = resolveCode(parsed.file, ['file'], document, home, reading);
  if (code === undefined) return undefined;
  return {
    kind: 'code',
    code: parsed.title === undefined ? code : { ...code, title: parsed.title },
  };
}

/** A request whose reply is to be foretold. */
export function readPredict(
  fence: Fence,
  home: DirectiveHome,
  reading: Reading,
): Block | undefined {
  const document = readYaml(fence.text, fence.line, home.report);
  if (document === undefined) return undefined;
  claimOwnId(document, home, reading);
  const parsed = parseSchema(predictSchema, document, home.report);
  if (parsed === undefined) return undefined;
  const request: PreparedRequest = prepareRequest(parsed);
  return {
    kind: 'prediction',
    prediction: {
      id: parsed.id,
      request,
      ask: readInlineText(parsed.ask, faultAt(document, ['ask'], home.report)),
      choices: parsed.choices,
      note: readInlineText(parsed.note, faultAt(document, ['note'], home.report)),
      ...(parsed.picture === 'path' && { showsPath: true }),
    },
  };
}

/** What the notes say, and what to say in its place. */
export function readCorrection(fence: Fence, { report }: DirectiveHome): Block | undefined {
  const document = readYaml(fence.text, fence.line, report);
  const parsed = document && parseSchema(correctionSchema, document, report);
  if (document === undefined || parsed === undefined) return undefined;
  const inline = (key: keyof typeof parsed) =>
    readInlineText(parsed[key], faultAt(document, [key], report));
  const correction = { brief: inline('brief'), say: inline('say'), because: inline('because') };
  return { kind: 'correction', correction };
}

/** The exercise to do at this point of the lesson. */
export function readExerciseDirective(
  fence: Fence,
  home: DirectiveHome,
  reading: Reading,
): Block | undefined {
  const exercise = fence.text.trim();
  if (reading.known.exercises.includes(exercise)) return { kind: 'exercise', exercise };
  home.report({
    place: placeOf(fence.line, []),
    value: exercise,
    problem: exercise === '' ? 'No exercise is named.' : `There is no exercise ${exercise}.`,
    remedy: suggestName(exercise, reading.known.exercises),
  });
  return undefined;
}

/** Claims the id of a directive even when other keys of it are wrong. */
export function claimOwnId(document: YamlDocument, home: DirectiveHome, { ids }: Reading): void {
  const { value } = document;
  if (typeof value !== 'object' || value === null || !('id' in value)) return;
  if (typeof value.id !== 'string') return;
  const where = { file: home.file, line: document.lineAt(['id']) };
  ids.claim(home.scope, value.id, where, home.report);
}

/** Faults of running text that stands in a YAML value. */
export function faultAt(document: YamlDocument, path: PropertyKey[], report: Report): Fault {
  return (value, problem, remedy) =>
    report({ place: placeOf(document.lineAt(path), path), value, problem, remedy });
}

/** The code that a value of a directive refers to; reported where there is none. */
export function resolveCode(
  reference: string,
  path: PropertyKey[],
  document: YamlDocument,
  { report }: DirectiveHome,
  { library, highlight }: Reading,
): Code | undefined {
  const code = takeCode(library, reference, highlight);
  if ('lines' in code) return code;
  report({ place: placeOf(document.lineAt(path), path), value: reference, ...code });
  return undefined;
}
