import type { Code } from '../model/course.ts';
import type { Highlight } from './code-lines.ts';
import { type ProblemList, suggestName } from './problems.ts';
import { readText } from './read-text.ts';
import { type MarkedCode, markRegions, showRegion } from './regions.ts';
import type { CourseTree } from './tree.ts';

/** All code that lessons may show, under names such as `predict/main.py` and `async/code/sleep.py`. */
export type CodeLibrary = Map<string, MarkedCode>;

/** Reads every code file of the labs and lessons, whether shown or not, so that broken regions come to light. */
export async function readCodeLibrary(
  root: string,
  { labs, lessons }: CourseTree,
  list: ProblemList,
): Promise<CodeLibrary> {
  const library: CodeLibrary = new Map();
  const add = async (name: string, file: string): Promise<void> => {
    const text = await readText(root, file, list.reportIn(file));
    if (text === undefined) return;
    const language = file.endsWith('.py') ? 'python' : 'typescript';
    library.set(name, markRegions(text, language, list.reportIn(file)));
  };
  const addPresent = async (prefix: string, folder: string, present: Set<string>) => {
    for (const file of present) {
      if (/\.(py|ts)$/.test(file)) await add(`${prefix}/${file}`, `${folder}/${file}`);
    }
  };
  for (const { slug, folder, innerCode } of lessons) {
    for (const file of innerCode) await add(`${slug}/${file.slice(folder.length + 1)}`, file);
  }
  for (const lab of labs) {
    await addPresent(lab.slug, lab.folder, lab.present);
    for (const file of lab.innerCode) {
      await add(`${lab.slug}/${file.slice(lab.folder.length + 1)}`, file);
    }
    for (const { slug, folder, present } of lab.exercises) {
      await addPresent(`${lab.slug}/${slug}`, folder, present);
    }
  }
  return library;
}

type Refusal = { problem: string; remedy: string };

/** The code a reference such as `predict/main.py#input` means. */
export function takeCode(
  library: CodeLibrary,
  reference: string,
  highlight: Highlight,
): Code | Refusal {
  const [file = '', region] = reference.split('#');
  const marked = library.get(file);
  if (marked === undefined) {
    return {
      problem: `No lab has the file ${file}.`,
      remedy: suggestName(file, library.keys()),
    };
  }
  const whole = { first: 1, last: marked.lines.length };
  const place = region === undefined ? whole : marked.regions.get(region);
  if (place === undefined) {
    return {
      problem: `The file ${file} has no region ${region}.`,
      remedy: suggestName(region ?? '', marked.regions.keys()),
    };
  }
  const { text, firstLine } = showRegion(marked, place);
  if (text === '') {
    return {
      problem: `There is no code in ${reference}.`,
      remedy: 'Put the code between the markers.',
    };
  }
  return {
    language: marked.language,
    source: { file, region, firstLine },
    lines: highlight(text, marked.language),
  };
}

/** The text of a whole file as shown, without region markers. */
export function showWhole(marked: MarkedCode): string {
  return showRegion(marked, { first: 1, last: marked.lines.length }).text;
}
