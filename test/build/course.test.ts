import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { compileCourse } from '../../src/build/course.ts';
import { openCompiledCourse } from '../../src/course/open-compiled.ts';
import { smallCourse } from '../course/broken-course.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'api-labs-build-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await cp(smallCourse, root, { recursive: true });
});

test('a course without problems is built with its code highlighted', async () => {
  await compileCourse(root);
  const opened = openCompiledCourse(root);
  if ('problem' in opened) throw new Error(opened.problem);
  const { solutionPython } = await opened.loadExercise('hello/say-hello');
  expect(solutionPython.code.lines[0]).toEqual([
    { text: 'from', kind: 'keyword' },
    { text: ' fastapi ', kind: 'plain' },
    { text: 'import', kind: 'keyword' },
    { text: ' FastAPI', kind: 'plain' },
  ]);
});

test('a course with problems prints them and is not built', async () => {
  await writeFile(join(root, 'lessons/notes.txt'), 'x');
  const printed: string[] = [];
  await expect(compileCourse(root, (text) => printed.push(text))).rejects.toThrow('not built');
  expect(printed).toEqual([
    [
      'lessons/notes.txt',
      '  file: This file is not expected here. Found: notes.txt',
      '    Move it away; lessons holds folders named NN-slug.',
      '',
      '1 problem in 1 file.',
    ].join('\n'),
  ]);
  expect(await readdir(root)).not.toContain('dist');
});
