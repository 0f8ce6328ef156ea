import { join } from 'node:path';
import type { Block, ExerciseSummary, Lab, LabRequest } from '../model/course.ts';
import { claimOwnId, type DirectiveHome, faultAt } from './directives.ts';
import { directiveNames, languages, readPlainFence, reportMisplaced } from './fences.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readInlineText } from './inline.ts';
import { type Fence, lexMarkdown, readBlocks } from './markdown-blocks.ts';
import { parseSchema } from './parse-schema.ts';
import { readRace } from './race.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';
import { prepareRequest } from './request-schema.ts';
import { labRequestSchema, labSchema } from './schemas.ts';
import type { LabFolder } from './tree.ts';
import { readYaml } from './yaml-document.ts';

/** A lab with its prepared requests; undefined when any of it has a problem. */
export async function readLab(
  { slug, folder, present, hasRace }: LabFolder,
  number: number,
  exercises: ExerciseSummary[],
  reading: Reading,
): Promise<Lab | undefined> {
  if (present.has('recorded.json')) await checkJson(`${folder}/recorded.json`, reading);
  if (!present.has('lab.md')) return undefined;
  const file = `${folder}/lab.md`;
  const report = reading.list.reportIn(file);
  const text = await readText(reading.root, file, report);
  if (text === undefined) return undefined;
  const { matter, body, bodyLine } = splitFrontMatter(text, report);
  const front = matter && parseSchema(labSchema, matter, report);
  const requests: LabRequest[] = [];
  const home: DirectiveHome = { file, scope: `request ${slug}`, report };
  const about = readBlocks(lexMarkdown(body, bodyLine), {
    report,
    headingDepths: [2, 3],
    readFence: (fence) => {
      if (fence.language !== 'request') return readLabFence(fence, home, reading);
      const request = readRequest(fence, home, reading);
      if (request !== undefined) requests.push(request);
      return undefined;
    },
  });
  if (front === undefined) return undefined;
  const serverFile = join(reading.root, folder, 'server.ts');
  const race = hasRace ? await readRace(folder, reading) : undefined;
  const lab = { id: slug, number, ...front, exercises, about, requests, serverFile };
  return race === undefined ? lab : { ...lab, race };
}

function readLabFence(fence: Fence, home: DirectiveHome, reading: Reading): Block | undefined {
  if (directiveNames.includes(fence.language)) return reportMisplaced(fence, home.report);
  return readPlainFence(fence, languages, reading.highlight, home.report);
}

function readRequest(fence: Fence, home: DirectiveHome, reading: Reading): LabRequest | undefined {
  const document = readYaml(fence.text, fence.line, home.report);
  if (document === undefined) return undefined;
  claimOwnId(document, home, reading);
  const parsed = parseSchema(labRequestSchema, document, home.report);
  if (parsed === undefined) return undefined;
  const { id, title, note } = parsed;
  const request = { id, title, ...prepareRequest(parsed) };
  if (note === undefined) return request;
  return { ...request, note: readInlineText(note, faultAt(document, ['note'], home.report)) };
}

async function checkJson(file: string, { root, list }: Reading): Promise<void> {
  const report = list.reportIn(file);
  const text = await readText(root, file, report);
  if (text === undefined) return;
  try {
    JSON.parse(text);
  } catch (error) {
    report({
      place: 'file',
      value: error instanceof Error ? error.message : '',
      problem: 'The file is not valid JSON.',
      remedy: 'Record it again from the twin.',
    });
  }
}
