import type { SyntaxNode } from '../syntax.ts';

/** A stretch of the source and what stands there instead. */
export type Edit = { start: number; end: number; text: string; label: string };

/** What a rule may look at. `show` gives the source of a stretch. */
export type Sight = {
  /** Whether the task asks for an OpenAPI document. */
  isDocumentAsked: boolean;
  node: SyntaxNode;
  above: SyntaxNode[];
  show: (stretch: { start: number; end: number }) => string;
};

/** What can be done wrong at one node. */
export type Rule = (sight: Sight) => Edit[];

/** One node in another way. */
export function instead(node: SyntaxNode, text: string, show: Sight['show']): Edit {
  const label = `${shown(show(node))} becomes ${shown(text)}`;
  return { start: node.start, end: node.end, text, label };
}

const maxShown = 40;

/** Source on one short line. */
export function shown(source: string): string {
  const line = source.replace(/\s+/g, ' ').trim();
  return line.length <= maxShown ? line : `${line.slice(0, maxShown - 1)}…`;
}
