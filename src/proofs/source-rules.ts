import { childOf, childrenOf, type SyntaxNode } from './syntax.ts';

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

type Rule = (sight: Sight) => Edit[];

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

const validators =
  /^(min|max|gte?|lte?|int|positive|nonnegative|length|nonempty|regex|email|strict)$/;

/** Words for people: no check could ask for them. */
const prose = ['description', 'title', 'version', 'summary', 'tags', 'info'];

/** Where a route says what it answers; nothing but its document is made of it. */
const documented = 'responses';

const swapOperator: Rule = ({ node, show }) => {
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

const dropSign: Rule = ({ node, show }) => {
  if (node.type !== 'UnaryExpression') return [];
  if (node.operator !== '!' && node.operator !== '-') return [];
  return [instead(node, show(node).slice(1), show)];
};

const negateCondition: Rule = ({ node, show }) => {
  const test = childOf(node, 'test');
  if (node.type !== 'IfStatement' && node.type !== 'ConditionalExpression') return [];
  // A comparison is turned round by the rule for its operator.
  if (test === undefined || /^[!=]==$/.test(String(test.operator))) return [];
  return [instead(test, `!(${show(test)})`, show)];
};

const changeNumber: Rule = ({ node, above, show }) => {
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

const changeText: Rule = ({ node, above: [parent, ...above], show }) => {
  if (node.type !== 'Literal' || typeof node.value !== 'string') return [];
  if (parent === undefined || parent.type === 'ExpressionStatement') return [];
  if (parent.type === 'Property' && childOf(parent, 'key') === node) return [];
  if ([parent, ...above].some(isProse) || isSchemaName(parent, show)) return [];
  return [instead(node, JSON.stringify(`${node.value}x`), show)];
};

const flipBoolean: Rule = ({ node, show }) => {
  if (node.type !== 'Literal' || typeof node.value !== 'boolean') return [];
  return [instead(node, String(!node.value), show)];
};

const dropProperty: Rule = ({ node, above: [parent], show }) => {
  if (node.type !== 'Property' || parent?.type !== 'ObjectExpression' || isProse(node)) return [];
  const siblings = childrenOf(parent, 'properties');
  const index = siblings.indexOf(node);
  const [next, before] = [siblings[index + 1], siblings[index - 1]];
  const start = next === undefined && before !== undefined ? before.end : node.start;
  return [
    { start, end: next?.start ?? node.end, text: '', label: `${shown(show(node))} is dropped` },
  ];
};

const changeList: Rule = ({ node, show }) => {
  if (node.type !== 'ArrayExpression') return [];
  const elements = childrenOf(node, 'elements').map(show);
  if (elements.length < 2) return [];
  return [elements.toReversed(), elements.slice(0, -1)].map((other) =>
    instead(node, `[${other.join(', ')}]`, show),
  );
};

const loosenSchema: Rule = ({ node, show }) => {
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
  const label = `${shown(show(node))} validates nothing`;
  if (name === 'safeParse') {
    return [{ ...node, text: `({ success: true, data: ${show(argument)} })`, label }];
  }
  return name === 'parse' ? [{ ...node, text: `(${show(argument)})`, label }] : [];
};

/** `z.object({ … }).openapi('Input')` only names the schema in the document. */
function isSchemaName(parent: SyntaxNode, show: Sight['show']): boolean {
  const callee = childOf(parent, 'callee');
  return (
    parent.type === 'CallExpression' && callee !== undefined && show(callee).endsWith('.openapi')
  );
}

const rules: Rule[] = [
  swapOperator,
  dropSign,
  negateCondition,
  changeNumber,
  changeText,
  flipBoolean,
  dropProperty,
  changeList,
  loosenSchema,
];

/** All that can be done wrong at one node. */
export function listEdits(sight: Sight): Edit[] {
  const { node, above, isDocumentAsked } = sight;
  if (!isDocumentAsked && [node, ...above].some((one) => isNamed(one, [documented]))) return [];
  return rules.flatMap((rule) => rule(sight));
}

function isProse(node: SyntaxNode): boolean {
  return isNamed(node, prose);
}

/** Whether a node is a property with one of the names. */
function isNamed(node: SyntaxNode, names: string[]): boolean {
  if (node.type !== 'Property') return false;
  const key = childOf(node, 'key');
  return names.includes(String(key?.name ?? key?.value));
}

function instead(node: SyntaxNode, text: string, show: Sight['show']): Edit {
  const label = `${shown(show(node))} becomes ${shown(text)}`;
  return { start: node.start, end: node.end, text, label };
}

const maxShown = 40;

function shown(source: string): string {
  const line = source.replace(/\s+/g, ' ').trim();
  return line.length <= maxShown ? line : `${line.slice(0, maxShown - 1)}…`;
}
