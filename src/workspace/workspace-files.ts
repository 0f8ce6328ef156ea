import { dirname, join } from 'node:path';
import { handlerCompilerOptions } from '../model/compiler-options.ts';

/** The file that makes a folder a workspace. */
export const markerName = '.api-labs.json';

/** Where the learner's own checks for a handler are: beside it. */
export function ownChecksFile(handlerFile: string): string {
  return join(dirname(handlerFile), 'my-checks.json');
}

/** What learners' files may import, with what their editor needs to know about it. */
export const dependencyNames = [
  'hono',
  'zod',
  '@hono/zod-openapi',
  '@hono/node-server',
  'typescript',
  '@types/node',
];

/** The files at the top of a workspace, by name. */
export function workspaceFiles(): Record<string, string> {
  return {
    [markerName]: toText({ schemaVersion: 1 }),
    'package.json': toText({ name: 'my-api-labs', private: true, type: 'module' }),
    'tsconfig.json': toText({
      compilerOptions: { ...handlerCompilerOptions, erasableSyntaxOnly: true },
      include: ['**/*.ts'],
      exclude: ['node_modules', '**/.snapshots'],
    }),
    '.gitignore': 'node_modules/\n',
  };
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
