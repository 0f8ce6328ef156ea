import { childOf, childrenOf, type SyntaxNode } from '../syntax.ts';
import { instead, type Rule, type Sight } from './edit.ts';
import { isProse } from './names.ts';

export const changeNumber: Rule = ({ node, above, show }) => {
  if (node.type !== 'Literal' || typeof node.value !== 'number') return [];
  const isIndex = above[0]?.type === 'MemberExpression';
  const status = statusInstead(node.value, node, above);
  return [instead(node, String(status ?? (isIndex && node.value > 0 ? 0 : node.value + 1)), show)];
};

/** Another status where a number is one: the second argument of a reply, or the name of a documented response. */
function statusInstead(
  value: number,
  node: SyntaxNode,
  [parent]: SyntaxNode[],
): number | undefined {
  const isArgument =
    parent?.type === 'CallExpression' && childrenOf(parent, 'arguments').indexOf(node) === 1;
  const isName = parent?.type === 'Property' && childOf(parent, 'key') === node;
  if (!(isArgument || isName) || value < 100 || value > 599) return undefined;
  return value < 400 ? 201 : value === 400 ? 422 : 400;
}

export const changeText: Rule = ({ node, above: [parent, ...above], show }) => {
  if (node.type !== 'Literal' || typeof node.value !== 'string') return [];
  if (parent === undefined || parent.type === 'ExpressionStatement') return [];
  if (parent.type === 'Property' && childOf(parent, 'key') === node) return [];
  if ([parent, ...above].some(isProse) || isSchemaName(parent, show)) return [];
  return [instead(node, JSON.stringify(`${node.value}x`), show)];
};

export const flipBoolean: Rule = ({ node, show }) => {
  if (node.type !== 'Literal' || typeof node.value !== 'boolean') return [];
  return [instead(node, String(!node.value), show)];
};

/** `z.object({ … }).openapi('Input')` only names the schema in the document. */
function isSchemaName(parent: SyntaxNode, show: Sight['show']): boolean {
  const callee = childOf(parent, 'callee');
  return (
    parent.type === 'CallExpression' && callee !== undefined && show(callee).endsWith('.openapi')
  );
}
