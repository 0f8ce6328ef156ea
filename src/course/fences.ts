import type { Block, Code } from '../model/course.ts';
import type { Highlight } from './code-lines.ts';
import type { Fence } from './markdown-blocks.ts';
import { nearestName } from './nearest-name.ts';
import { lineOf, type Report } from './problems.ts';

const lessonDirectives = [
  'compare',
  'code',
  'predict',
  'timeline',
  'schema',
  'correction',
  'exercise',
];

/** The fences that stand for something else than the text in them. */
export const directiveNames = [...lessonDirectives, 'request'];

const otherNames: Record<string, Code['language']> = {
  python: 'python',
  py: 'python',
  typescript: 'typescript',
  ts: 'typescript',
  tsx: 'typescript',
  javascript: 'typescript',
  js: 'typescript',
  json: 'json',
  http: 'http',
  shell: 'shell',
  sh: 'shell',
  bash: 'shell',
  console: 'shell',
  text: 'text',
};

/** The languages that code can be shown in. */
export const languages: Code['language'][] = [
  'python',
  'typescript',
  'json',
  'http',
  'shell',
  'text',
];

/** Code typed into Markdown, in the language nearest to what its fence names. */
export function codeBlock({ language, text }: Fence, highlight: Highlight): Block {
  const shown = otherNames[language.toLowerCase()] ?? 'text';
  return { kind: 'code', code: { language: shown, lines: highlight(text, shown) } };
}

/** A fence that must name one of the given languages; any other is reported. */
export function readPlainFence(
  fence: Fence,
  allowed: Code['language'][],
  highlight: Highlight,
  report: Report,
): Block | undefined {
  if (allowed.some((language) => language === fence.language)) return codeBlock(fence, highlight);
  const nearest = otherNames[fence.language] ?? nearestName(fence.language, allowed);
  const isAllowed = allowed.some((language) => language === nearest);
  report({
    place: lineOf(fence.line - 1),
    value: `\`\`\`${fence.language}`,
    problem:
      fence.language === ''
        ? 'This fence names no language.'
        : `A fence of the kind ${fence.language} has no place here.`,
    remedy: isAllowed ? `Did you mean ${nearest}?` : `Use one of: ${allowed.join(', ')}.`,
  });
  return undefined;
}

/** A directive where its kind does not belong. */
export function reportMisplaced({ language, line }: Fence, report: Report): undefined {
  const home = language === 'request' ? 'lab.md' : 'a lesson';
  report({
    place: lineOf(line - 1),
    value: `\`\`\`${language}`,
    problem: `The fence ${language} belongs in ${home}.`,
    remedy: `Move it to ${home}, or name another kind of fence.`,
  });
}
