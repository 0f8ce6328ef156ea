import { childrenOf } from '../syntax.ts';
import { instead, type Rule, shown } from './edit.ts';
import { isProse } from './names.ts';

export const dropProperty: Rule = ({ node, above: [parent], show }) => {
  if (node.type !== 'Property' || parent?.type !== 'ObjectExpression' || isProse(node)) return [];
  const siblings = childrenOf(parent, 'properties');
  const index = siblings.indexOf(node);
  const [next, before] = [siblings[index + 1], siblings[index - 1]];
  const start = next === undefined && before !== undefined ? before.end : node.start;
  return [
    { start, end: next?.start ?? node.end, text: '', label: `${shown(show(node))} is dropped` },
  ];
};

export const changeList: Rule = ({ node, show }) => {
  if (node.type !== 'ArrayExpression') return [];
  const elements = childrenOf(node, 'elements').map(show);
  if (elements.length < 2) return [];
  return [elements.toReversed(), elements.slice(0, -1)].map((other) =>
    instead(node, `[${other.join(', ')}]`, show),
  );
};
