import { childOf, childrenOf } from '../syntax.ts';
import { instead, type Rule, shown } from './edit.ts';

const validators =
  /^(min|max|gte?|lte?|int|positive|nonnegative|length|nonempty|regex|email|strict)$/;

export const loosenSchema: Rule = ({ node, show }) => {
  if (node.type !== 'CallExpression') return [];
  const callee = childOf(node, 'callee');
  const object = childOf(callee, 'object');
  const name = childOf(callee, 'property')?.name;
  if (callee === undefined || object === undefined || typeof name !== 'string') return [];
  const [argument] = childrenOf(node, 'arguments');
  if (show(object) === 'z' && ['number', 'string', 'boolean', 'int'].includes(name)) {
    const coerced = name === 'int' ? 'number' : name;
    return [`z.any()`, `z.coerce.${coerced}()`].map((text) => instead(node, text, show));
  }
  if (validators.test(name)) {
    const label = `${shown(show(node).slice(object.end - node.start))} is dropped`;
    return [{ start: object.end, end: node.end, text: '', label }];
  }
  if (argument === undefined || show(object) === 'JSON') return [];
  const { start, end } = node;
  const label = `${shown(show(node))} validates nothing`;
  if (name === 'safeParse') {
    return [{ start, end, text: `({ success: true, data: ${show(argument)} })`, label }];
  }
  return name === 'parse' ? [{ start, end, text: `(${show(argument)})`, label }] : [];
};
