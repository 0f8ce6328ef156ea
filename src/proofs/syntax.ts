/** A node of a syntax tree; positions count UTF-16 units of the source. */
export type SyntaxNode = { type: string; start: number; end: number } & Record<string, unknown>;

export function isSyntaxNode(value: unknown): value is SyntaxNode {
  if (typeof value !== 'object' || value === null) return false;
  const { type, start, end } = value as Partial<Record<string, unknown>>;
  return typeof type === 'string' && typeof start === 'number' && typeof end === 'number';
}

/** A node with the nodes above it, the nearest first. */
export type Visit = (node: SyntaxNode, above: SyntaxNode[]) => void;

/** TypeScript around an expression, that is no type itself. */
const wrappers = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'];

/** Visits all that runs: neither imports nor types. */
export function walk(node: SyntaxNode, visit: Visit, above: SyntaxNode[] = []): void {
  if (node.type === 'ImportDeclaration') return;
  if (node.type.startsWith('TS') && !wrappers.includes(node.type)) return;
  visit(node, above);
  for (const value of Object.values(node)) {
    for (const child of [value].flat()) {
      if (isSyntaxNode(child)) walk(child, visit, [node, ...above]);
    }
  }
}

/** The child under a key when it is a node. */
export function childOf(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  const child = node?.[key];
  return isSyntaxNode(child) ? child : undefined;
}

/** The nodes of a list under a key. */
export function childrenOf(node: SyntaxNode, key: string): SyntaxNode[] {
  const list = node[key];
  return Array.isArray(list) ? list.filter(isSyntaxNode) : [];
}
