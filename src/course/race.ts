import { join } from 'node:path';
import { z } from 'zod';
import type { RaceEntrant, RaceSpec } from '../model/race.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';
import { headersSchema, prepareRequest, requestLineSchema } from './request-schema.ts';
import { sentence } from './value-schemas.ts';

const requestSchema = z.strictObject({
  request: requestLineSchema,
  headers: headersSchema.default({}),
  body: z.string().optional(),
});

const raceSchema = z.strictObject({
  race: requestSchema,
  mistakes: z.array(requestSchema.extend({ name: sentence })).default([]),
  entrants: z
    .array(
      z.strictObject({
        name: sentence,
        file: z.string(),
        interface: z.literal('wsgi').optional(),
      }),
    )
    .min(2),
});

/** What a lab's `data/race.json` says; undefined when there is none, or it has a problem. */
export async function readRace(
  folder: string,
  { root, list }: Reading,
): Promise<RaceSpec | undefined> {
  const file = `${folder}/data/race.json`;
  const report = list.reportIn(file);
  const tell = (place: string, value: string, problem: string): undefined => {
    report({ place, value, problem, remedy: 'Write it as in labs/98-compare/data/race.json.' });
  };
  const text = await readText(root, file, report);
  if (text === undefined) return undefined;
  const parsed = raceSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return tell(issue?.path.join('.') || 'file', '', `${issue?.message ?? 'Not a race'}.`);
  }
  const { race, mistakes, entrants } = parsed.data;
  const found: RaceEntrant[] = [];
  for (const { name, file: path, ...how } of entrants) {
    const code = await readText(root, `${folder}/${path}`, report);
    if (code === undefined) return undefined;
    const kind = path === 'server.ts' ? 'lab' : path.endsWith('.py') ? 'python' : 'node';
    found.push({ name, kind, file: join(root, folder, path), lines: countLines(code), ...how });
  }
  return {
    request: prepareRequest(race),
    mistakes: mistakes.map((mistake) => ({ name: mistake.name, ...prepareRequest(mistake) })),
    entrants: found,
  };
}

/** Lines of code: neither empty nor only a comment. */
export function countLines(code: string): number {
  return code
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:\/\/|#|\/\*|\*)/.test(line)).length;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
