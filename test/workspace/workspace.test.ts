import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/model/course.ts';
import { brokenLinks } from '../../src/workspace/dependency-links.ts';
import { findWorkspace } from '../../src/workspace/find-workspace.ts';
import {
  createWorkspace,
  mendWorkspace,
  openExerciseFolder,
  resetExercise,
  restoreHandler,
} from '../../src/workspace/workspace.ts';
import { dependencyNames } from '../../src/workspace/workspace-files.ts';

const packageRoot = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');
const starter = `import { Hono } from 'hono';
import * as z from 'zod';
import { readFileSync } from 'node:fs';

const app = new Hono();
app.get('/', (c) => c.json(z.string().parse(readFileSync(import.meta.filename, 'utf8').slice(0, 5))));
export default app;
`;

let root: string;
let folder: string;
let exercises: Exercise[];

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'api-labs-workspace-')));
  folder = join(root, 'api-labs');
  writeFileSync(join(root, 'model.json'), '{}');
  exercises = ['predict/one', 'predict/two'].map(makeExercise);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function makeExercise(id: string): Exercise {
  const code = { language: 'text', lines: [] } as const;
  return {
    id,
    title: id,
    minutes: 5,
    path: 'properly',
    mistakes: 0,
    lab: 'predict',
    lesson: 'predict',
    task: [],
    taskMarkdown: `# ${id}\n`,
    starter: { name: 'starter.ts', text: starter },
    solution: { name: 'solution.ts', text: '', code: { ...code, lines: [] } },
    solutionPython: { name: 'solution.py', text: '', code: { ...code, lines: [] } },
    assets: [join(root, 'model.json')],
    asksForTypes: false,
    checksFile: '/nowhere/checks.ts',
  };
}

function filesBelow(start: string): string[] {
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('node_modules'))
    .sort();
}

describe('creating', () => {
  test('makes one folder per exercise, and links what handlers import', () => {
    expect(createWorkspace({ folder, packageRoot, exercises })).toEqual({
      isOk: true,
      message: `Your workspace is ready in ${folder}: 2 exercises, each with task.md and handler.ts.`,
    });
    expect(filesBelow(folder)).toEqual([
      '.api-labs.json',
      '.gitignore',
      'package.json',
      'predict',
      'predict/one',
      'predict/one/handler.ts',
      'predict/one/model.json',
      'predict/one/task.md',
      'predict/two',
      'predict/two/handler.ts',
      'predict/two/model.json',
      'predict/two/task.md',
      'tsconfig.json',
    ]);
    expect(readFileSync(join(folder, 'predict/one/handler.ts'), 'utf8')).toBe(starter);
    for (const name of dependencyNames) {
      expect(lstatSync(join(folder, 'node_modules', name)).isSymbolicLink()).toBe(true);
    }
    expect(brokenLinks(folder)).toEqual([]);
  });

  test('overwrites nothing', () => {
    mkdirSync(join(folder, 'predict/one'), { recursive: true });
    writeFileSync(join(folder, 'predict/one/handler.ts'), 'mine');
    writeFileSync(join(folder, 'package.json'), '{"name":"mine"}');
    createWorkspace({ folder, packageRoot, exercises });
    expect(readFileSync(join(folder, 'predict/one/handler.ts'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('{"name":"mine"}');
    expect(createWorkspace({ folder, packageRoot, exercises }).message).toBe(
      `The workspace ${folder} is complete. Nothing in it was overwritten.`,
    );
  });

  test('lets the compiler check handlers at once', () => {
    createWorkspace({ folder, packageRoot, exercises });
    const tsc = join(folder, 'node_modules', '.bin', 'tsc');
    const check = () => execFileSync(tsc, ['--noEmit'], { cwd: folder, encoding: 'utf8' });
    expect(check()).toBe('');
    writeFileSync(join(folder, 'predict/two/handler.ts'), `${starter}\nconst n: number = app;\n`);
    expect(check).toThrow();
  });

  test('says what is in the way', () => {
    writeFileSync(folder, 'a file');
    expect(createWorkspace({ folder, packageRoot, exercises })).toEqual({
      isOk: false,
      message: `The workspace ${folder} cannot be made: something else is in its place. Choose another folder: api-labs init <folder>.`,
    });
  });

  test('is no workspace before all of it is there', () => {
    const [first] = exercises;
    const broken = { ...first, id: 'predict/three', assets: [join(root, 'gone.json')] } as Exercise;
    expect(createWorkspace({ folder, packageRoot, exercises: [broken] }).isOk).toBe(false);
    expect(findWorkspace(root).kind).toBe('none');
  });
});

describe('finding', () => {
  test('suggests ./api-labs where there is none', () => {
    expect(findWorkspace(root)).toEqual({ kind: 'none', suggestedFolder: folder });
  });

  test('prefers the nearest above, then ./api-labs, then the one remembered', () => {
    createWorkspace({ folder, packageRoot, exercises });
    const other = join(root, 'other');
    createWorkspace({ folder: other, packageRoot, exercises: [] });
    expect(findWorkspace(join(folder, 'predict/one'), other)).toEqual({ kind: 'ready', folder });
    expect(findWorkspace(root, other)).toEqual({ kind: 'ready', folder });
    expect(findWorkspace(tmpdir(), other)).toEqual({ kind: 'ready', folder: other });
    expect(findWorkspace(tmpdir(), join(root, 'gone')).kind).toBe('none');
  });
});

describe('mending', () => {
  test('puts right what points nowhere, and leaves the rest alone', () => {
    createWorkspace({ folder, packageRoot, exercises });
    const zod = join(folder, 'node_modules', 'zod');
    const hono = join(folder, 'node_modules', 'hono');
    rmSync(zod);
    symlinkSync(join(root, 'cleared-cache'), zod, 'junction');
    rmSync(hono);
    mkdirSync(hono);
    expect(mendWorkspace(folder, packageRoot)).toEqual(['zod']);
    expect(existsSync(join(zod, 'package.json'))).toBe(true);
    expect(lstatSync(hono).isSymbolicLink()).toBe(false);
    expect(mendWorkspace(folder, packageRoot)).toEqual([]);
  });

  test('brings back a node_modules that was deleted', () => {
    createWorkspace({ folder, packageRoot, exercises });
    rmSync(join(folder, 'node_modules'), { recursive: true });
    expect(mendWorkspace(folder, packageRoot)).toEqual(dependencyNames);
  });
});

describe('one exercise', () => {
  test('is made when a newer course brings it', () => {
    createWorkspace({ folder, packageRoot, exercises: [] });
    expect(openExerciseFolder(folder, makeExercise('predict/one'))).toEqual({
      folder: join(folder, 'predict/one'),
      handlerFile: join(folder, 'predict/one/handler.ts'),
      taskFile: join(folder, 'predict/one/task.md'),
    });
    writeFileSync(join(folder, 'hello'), 'a file in the way');
    expect(openExerciseFolder(folder, makeExercise('hello/one'))).toEqual({
      problem: `The folder for hello/one cannot be made in ${folder}: something else is in its place. Choose another folder: api-labs init <folder>.`,
    });
  });

  test('a handler that was deleted is not replaced in silence', () => {
    createWorkspace({ folder, packageRoot, exercises });
    const handler = join(folder, 'predict/one/handler.ts');
    expect(openExerciseFolder(folder, makeExercise('predict/one'))).not.toHaveProperty('note');
    rmSync(handler);
    expect(openExerciseFolder(folder, makeExercise('predict/one'))).toMatchObject({
      note: `${handler} was not there; the starter was put there.`,
    });
  });

  test('starts afresh', () => {
    createWorkspace({ folder, packageRoot, exercises });
    const exercise = makeExercise('predict/one');
    const handler = join(folder, 'predict/one/handler.ts');
    expect(resetExercise(folder, exercise, undefined).message).toBe(
      'predict/one is as it was at the start.',
    );
    writeFileSync(handler, 'first try');
    expect(resetExercise(folder, exercise, 3)).toEqual({
      isOk: true,
      message: 'predict/one starts afresh. Your old handler is kept as attempt 3.',
    });
    expect(readFileSync(handler, 'utf8')).toBe(starter);
  });

  test('takes the text of an earlier attempt', () => {
    const handler = join(folder, 'predict/one/handler.ts');
    expect(restoreHandler(handler, 'second try', 2, 5)).toEqual({
      isOk: true,
      message: 'Your handler is the file of attempt 2 again. What was there is kept as attempt 5.',
    });
    expect(readFileSync(handler, 'utf8')).toBe('second try');
  });
});
