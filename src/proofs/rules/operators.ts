import { childOf } from '../syntax.ts';
import { instead, type Rule, shown } from './edit.ts';

const swappedOperators: Record<string, string> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
};

export const swapOperator: Rule = ({ node, show }) => {
  if (node.type !== 'BinaryExpression' && node.type !== 'LogicalExpression') return [];
  const [left, right] = [childOf(node, 'left'), childOf(node, 'right')];
  if (left === undefined || right === undefined) return [];
  const operator = String(node.operator);
  // Brackets around the operands stay: they belong to the gap between them.
  const gap = { start: left.end, end: right.start };
  const whole = shown(show(node));
  if (operator === '??') {
    const [before = ''] = show(gap).split(operator);
    return [
      { start: gap.start, end: node.end, text: before, label: `${whole} without its second` },
    ];
  }
  const other = swappedOperators[operator];
  if (other === undefined) return [];
  const label = `${operator} becomes ${other} in ${whole}`;
  return [{ ...gap, text: show(gap).replace(operator, other), label }];
};

export const dropSign: Rule = ({ node, show }) => {
  if (node.type !== 'UnaryExpression') return [];
  if (node.operator !== '!' && node.operator !== '-') return [];
  return [instead(node, show(node).slice(1), show)];
};

export const negateCondition: Rule = ({ node, show }) => {
  const test = childOf(node, 'test');
  if (node.type !== 'IfStatement' && node.type !== 'ConditionalExpression') return [];
  // A comparison is turned round by the rule for its operator.
  if (test === undefined || /^[!=]==$/.test(String(test.operator))) return [];
  return [instead(test, `!(${show(test)})`, show)];
};
