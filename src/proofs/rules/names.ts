import { childOf, type SyntaxNode } from '../syntax.ts';

/** Words for people: no check could ask for them. */
const prose = ['description', 'title', 'version', 'summary', 'tags', 'info'];

/** Where a route says what it answers; nothing but its document is made of it. */
const documented = 'responses';

/** Whether a property holds words for people, which no check could ask for. */
export function isProse(node: SyntaxNode): boolean {
  return isNamed(node, prose);
}

function isNamed(node: SyntaxNode, names: string[]): boolean {
  if (node.type !== 'Property') return false;
  const key = childOf(node, 'key');
  return names.includes(String(key?.name ?? key?.value));
}

/** Whether a property only goes into the document of a route. */
export function isDocumented(node: SyntaxNode): boolean {
  return isNamed(node, [documented]);
}
