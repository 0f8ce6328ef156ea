import type { Card, Question } from '../model/course.ts';
import { parseSchema } from './parse-schema.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';
import { cardsSchema, questionsSchema } from './schemas.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

/** The questions of a `questions.yaml`, whose ids are unique in the course. */
export async function readQuestions(
  file: string,
  reading: Reading,
): Promise<Question[] | undefined> {
  const document = await readList(file, 'question', reading);
  return document && parseSchema(questionsSchema, document, reading.list.reportIn(file));
}

/** The cards of a `cards.yaml`, whose ids are unique in the course. */
export async function readCards(file: string, reading: Reading): Promise<Card[] | undefined> {
  const document = await readList(file, 'card', reading);
  return document && parseSchema(cardsSchema, document, reading.list.reportIn(file));
}

async function readList(
  file: string,
  scope: string,
  { root, list, ids }: Reading,
): Promise<YamlDocument | undefined> {
  const report = list.reportIn(file);
  const text = await readText(root, file, report);
  const document = text === undefined ? undefined : readYaml(text, 1, report);
  if (document === undefined || !Array.isArray(document.value)) return document;
  const entries: unknown[] = document.value;
  entries.forEach((entry, index) => {
    if (typeof entry !== 'object' || entry === null || !('id' in entry)) return;
    if (typeof entry.id !== 'string') return;
    ids.claim(scope, entry.id, { file, line: document.lineAt([index, 'id']) }, report);
  });
  return document;
}
