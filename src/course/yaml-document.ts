import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { lineOf, type Report } from './problems.ts';

/** A YAML text that could be read, with the way back from a path of keys to its line. */
export type YamlDocument = {
  value: unknown;
  /** The line of the deepest part of the path that exists, counted in the whole file. */
  lineAt: (path: PropertyKey[]) => number;
};

/** Reads YAML that begins on `firstLine` of its file; what is wrong with its syntax is reported. */
export function readYaml(
  text: string,
  firstLine: number,
  report: Report,
): YamlDocument | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineOfOffset = (offset: number): number =>
    firstLine - 1 + Math.max(1, lineCounter.linePos(offset).line);
  const faults = [...document.errors, ...document.warnings];
  for (const fault of faults) {
    const line = lineOfOffset(fault.pos[0]);
    report({
      place: lineOf(line),
      value: text.split('\n')[line - firstLine] ?? '',
      problem: `This is not valid YAML: ${toSentence(fault.message)}`,
      remedy: 'Mend the line; text with ": ", "#" or quotes in it stands in quotes.',
    });
  }
  let isSound = faults.length === 0;
  visit(document, {
    Alias: (_, { source, range }) => {
      isSound = false;
      report({
        place: lineOf(lineOfOffset(range?.[0] ?? 0)),
        value: `*${source}`,
        problem: 'Aliases are not followed here.',
        remedy: 'Write the value out; text that begins with * stands in quotes.',
      });
    },
  });
  if (!isSound) return undefined;
  const root = document.contents;
  return {
    value: document.toJS(),
    lineAt: (path) => lineOfOffset(findOffset(root, path)),
  };
}

function toSentence(message: string): string {
  const [first = ''] = message.split('\n');
  return first.endsWith('.') ? first : `${first}.`;
}

function findOffset(root: Node | null, path: PropertyKey[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of path) {
    if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isScalar(node) || isMap(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (pair === undefined) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else break;
  }
  return offset;
}
