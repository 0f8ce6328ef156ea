import type { Exercise } from '../model/course.ts';
import { parseSchema } from './parse-schema.ts';
import { lineOf } from './problems.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';
import { equivalentSchema } from './schemas.ts';
import { readYaml } from './yaml-document.ts';

/** The `equivalent.yaml` of an exercise: mutations that no check can reject, each once. */
export async function readEquivalents(
  file: string,
  { root, list }: Reading,
): Promise<Exercise['equivalents']> {
  const report = list.reportIn(file);
  const text = await readText(root, file, report);
  const document = text === undefined ? undefined : readYaml(text, 1, report);
  const entries = document && parseSchema(equivalentSchema, document, report);
  const seen = new Set<string>();
  for (const [index, { mutation }] of entries?.entries() ?? []) {
    if (seen.has(mutation)) {
      report({
        place: lineOf(document?.lineAt([index, 'mutation']) ?? 1),
        value: mutation,
        problem: 'This mutation is explained twice.',
        remedy: 'Keep one of the two.',
      });
    }
    seen.add(mutation);
  }
  return entries;
}
