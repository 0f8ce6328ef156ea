import { type Mutant, numberTwins } from './mutant.ts';
import type { Edit } from './rules/edit.ts';
import { listEdits } from './rules/list-edits.ts';
import { type SyntaxNode, walk } from './syntax.ts';

type SourceMutant = Extract<Mutant, { kind: 'source' }>;

/** The standard mistakes in a source, each as the whole file with one edit. `program` is its syntax tree. */
export function listSourceMutants(
  source: string,
  program: SyntaxNode,
  { isDocumentAsked }: { isDocumentAsked: boolean },
): SourceMutant[] {
  const edits: Edit[] = [];
  const show = ({ start, end }: { start: number; end: number }) => source.slice(start, end);
  walk(program, (node, above) => {
    edits.push(...listEdits({ isDocumentAsked, node, above, show }));
  });
  const texts = new Set([source]);
  const mutants = edits
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ start, end, text, label }): SourceMutant[] => {
      const mutated = source.slice(0, start) + text + source.slice(end);
      if (texts.has(mutated)) return [];
      texts.add(mutated);
      const line = source.slice(0, start).split('\n').length;
      return [{ kind: 'source', id: `source line ${line}: ${label}`, text: mutated }];
    });
  return numberTwins(mutants);
}
