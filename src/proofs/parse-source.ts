import { parseAst } from 'vitest/node';
import { isSyntaxNode, type SyntaxNode } from './syntax.ts';

/** The syntax tree of a TypeScript source, by the parser that comes with Vitest. Throws where it has a syntax error. */
export function parseSource(source: string): SyntaxNode {
  const program: unknown = parseAst(source, { lang: 'ts' });
  if (!isSyntaxNode(program)) throw new TypeError('The parser gave no syntax tree.');
  return program;
}
