import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { handlerFile } from '../../servers/spawned.ts';
import type { HostileItem } from './items.ts';

const right = readFileSync(handlerFile('passing.ts'), 'utf8');
const rightCommon = readFileSync(handlerFile('common.cjs'), 'utf8');
const allPassed = 'All 6 checks passed.';
const isRoot = process.getuid?.() === 0;

type Awkward = Pick<HostileItem, 'verdict' | 'says' | 'onServing'> & {
  name: string;
  make: (file: string) => void;
};

const write =
  (text: string | Uint8Array) =>
  (file: string): void =>
    writeFileSync(file, text);

const unreadableFolder: Awkward = {
  name: 'unreadable-folder/handler.ts',
  make: (file) => {
    writeFileSync(file, right);
    chmodSync(dirname(file), 0);
  },
  verdict: 'broken',
  says: "Check the file's permissions",
};

/** Files that git cannot hold, or that no editor should save: made anew for each run. */
const awkward: Awkward[] = [
  { name: 'empty/handler.ts', make: write(''), verdict: 'broken', says: 'handler.ts is empty' },
  { name: 'blank/handler.ts', make: write(' \n\t\r\n'), verdict: 'broken', says: 'is empty' },
  {
    name: 'binary/handler.ts',
    make: write(Uint8Array.from({ length: 100_000 }, (_, n) => (n * 7919) % 256)),
    verdict: 'broken',
    says: 'handler.ts is not a text file',
  },
  {
    name: 'not-utf-8/handler.ts',
    make: write(Uint8Array.from({ length: 1000 }, (_, n) => 128 + (n % 100))),
    verdict: 'broken',
    says: 'handler.ts, line 1 has a syntax error',
  },
  {
    name: 'utf-16/handler.ts',
    make: write(Buffer.from(`\ufeff${right}`, 'utf16le')),
    verdict: 'broken',
    says: 'handler.ts is not a text file',
  },
  {
    name: 'byte-order-mark/handler.ts',
    make: write(`\ufeff${right}`),
    verdict: 'passed',
    says: allPassed,
  },
  {
    name: 'carriage-returns/handler.ts',
    make: write(right.replaceAll('\n', '\r\n')),
    verdict: 'passed',
    says: allPassed,
  },
  {
    name: 'five-megabytes/handler.ts',
    make: write(`${right}\n${'// more and more\n'.repeat(300_000)}`),
    verdict: 'passed',
    says: allPassed,
  },
  {
    name: 'five-megabytes-of-nothing/handler.ts',
    make: write('lorem ipsum dolor sit amet '.repeat(190_000)),
    verdict: 'broken',
    says: 'handler.ts, line 1 has a syntax error',
  },
  {
    name: 'long-line/handler.ts',
    make: write(`${right}\nconst list = [${'1234567,'.repeat(37_500)} 5 5];\n`),
    verdict: 'broken',
    says: 'handler.ts, line 14 has a syntax error',
  },
  {
    name: 'long-line-that-only-node-refuses/handler.ts',
    make: write(`${right}\nconst list = [${'1234567,'.repeat(37_500)}]; const app = 5;\n`),
    verdict: 'broken',
    says: 'has a syntax error',
  },
  {
    name: 'a-folder/handler.ts',
    make: (file) => mkdirSync(file),
    verdict: 'broken',
    says: 'handler.ts is a folder',
  },
  {
    name: 'link-to-nowhere/handler.ts',
    make: (file) => symlinkSync('nothing-there.ts', file),
    verdict: 'broken',
    says: 'is a link to a file that is not there',
  },
  {
    name: 'link-loop/handler.ts',
    make: (file) => symlinkSync('handler.ts', file),
    verdict: 'broken',
    says: 'is a link that leads back to itself',
  },
  {
    name: 'link/handler.ts',
    make: (file) => symlinkSync(handlerFile('passing.ts'), file),
    verdict: 'passed',
    says: allPassed,
  },
  {
    name: 'link-to-a-device/handler.ts',
    make: (file) => symlinkSync('/dev/zero', file),
    verdict: 'broken',
    says: 'handler.ts is not a file',
  },
  {
    name: 'a-pipe/handler.ts',
    make: (file) => execFileSync('mkfifo', [file]),
    verdict: 'broken',
    says: 'handler.ts is not a file',
  },
  {
    name: 'unreadable/handler.ts',
    make: (file) => {
      // No permission keeps the administrator out: a file that nobody can read stands in.
      if (isRoot) return symlinkSync('/proc/self/mem', file);
      writeFileSync(file, right);
      chmodSync(file, 0);
    },
    verdict: 'broken',
    says: "Check the file's permissions",
  },
  ...(isRoot ? [] : [unreadableFolder]),
  {
    name: 'not-there/handler.ts',
    make: () => {},
    verdict: 'broken',
    says: 'There is no file',
  },
  {
    name: 'deleted-while-graded/handler.ts',
    make: write(right),
    onServing: (file) => rmSync(file),
    verdict: 'passed',
    says: allPassed,
  },
  {
    name: 'folder-deleted-while-graded/handler.ts',
    make: write(right),
    onServing: (file) => rmSync(dirname(file), { recursive: true }),
    verdict: 'passed',
    says: allPassed,
  },
  {
    name: 'emptied-while-graded-and-throwing/handler.ts',
    make: write('export default () => {\n  throw new Error("gone");\n};\n'),
    onServing: (file) => truncateSync(file),
    verdict: 'failed',
    says: 'gone',
  },
  { name: 'ending/handler.txt', make: write(right), verdict: 'broken', says: 'not a TypeScript' },
  { name: 'ending/handler', make: write(right), verdict: 'broken', says: 'not a TypeScript' },
  { name: 'ending/handler.tsx', make: write(right), verdict: 'broken', says: 'not a TypeScript' },
  { name: 'ending/main.py', make: write('x = 1\n'), verdict: 'broken', says: 'is a Python file' },
  {
    name: 'types-in-javascript/handler.mjs',
    make: write('const limit: number = 5;\nexport default () => limit;\n'),
    verdict: 'broken',
    says: 'handler.mjs, line 1 has a syntax error',
  },
  {
    name: 'module-in-common/handler.cjs',
    make: write("import { Hono } from 'hono';\nexport default new Hono();\n"),
    verdict: 'broken',
    says: 'handler.cjs, line 1 is taken for a CommonJS file',
  },
  {
    name: 'common-outside-a-workspace/handler.cjs',
    make: write(rightCommon),
    verdict: 'passed',
    says: allPassed,
  },
  {
    name: 'odd name #1 ?a=b 100% ünï/handler (copy).ts',
    make: write(right),
    verdict: 'passed',
    says: allPassed,
  },
  {
    name: `long-name/${'h'.repeat(200)}.ts`,
    make: write(right),
    verdict: 'passed',
    says: allPassed,
  },
  {
    name: 'broken-package/handler.ts',
    make: (file) => {
      writeFileSync(file, right);
      writeFileSync(join(dirname(file), 'package.json'), '{ "type": ');
    },
    verdict: 'broken',
    says: 'package.json',
  },
  {
    name: 'package-of-commons/handler.ts',
    make: (file) => {
      writeFileSync(file, right);
      writeFileSync(join(dirname(file), 'package.json'), '{ "type": "commonjs" }');
    },
    verdict: 'broken',
    says: 'package.json',
  },
];

/** Makes them all below a folder. */
export function createAwkwardFiles(folder: string): HostileItem[] {
  return awkward.map(({ make, ...about }) => {
    const file = join(folder, about.name);
    mkdirSync(dirname(file), { recursive: true });
    make(file);
    return { ...about, name: `made/${about.name}`, file };
  });
}
