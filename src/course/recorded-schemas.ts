import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Json } from '../model/exchange.ts';
import type { CourseTree } from './tree.ts';

/** By lab and name, the component schemas of the OpenAPI document that the lab's twin serves. */
export type RecordedSchemas = Map<string, Record<string, Json>>;

const recordingSchema = z.object({
  openapi: z.object({
    components: z.object({ schemas: z.record(z.string(), z.json()) }),
  }),
});

/** Reads them from each lab's `recorded.json`; a lab whose recording has none is left out. */
export async function readRecordedSchemas(
  root: string,
  { labs }: CourseTree,
): Promise<RecordedSchemas> {
  const found: RecordedSchemas = new Map();
  for (const { slug, folder, present } of labs) {
    if (!present.has('recorded.json')) continue;
    const text = await readFile(join(root, folder, 'recorded.json'), 'utf8');
    const recording = recordingSchema.safeParse(parseJson(text));
    if (recording.success) found.set(slug, recording.data.openapi.components.schemas);
  }
  return found;
}

/** What is no JSON has no schemas; that it is none is found where it is replayed. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
