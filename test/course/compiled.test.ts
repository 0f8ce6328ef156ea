import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { writeCompiledCourse } from '../../src/course/compiled.ts';
import { loadCourse } from '../../src/course/load.ts';
import { type CompiledCourse, openCompiledCourse } from '../../src/course/open-compiled.ts';
import { openSearch } from '../../src/course/search/open-search.ts';
import { type Course, indexCourse } from '../../src/model/course.ts';
import { smallCourse } from './broken-course.ts';

let root: string;
let course: Course;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'api-labs-compiled-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const loaded = await loadCourse(smallCourse);
  if (loaded.course === undefined) throw new Error('the small course does not load');
  course = loaded.course;
  await writeCompiledCourse(course, join(root, 'dist/course'), { packageRoot: smallCourse });
});

function open(): CompiledCourse {
  const opened = openCompiledCourse(root);
  if ('problem' in opened) throw new Error(opened.problem);
  return opened;
}

test('one file is written for each lesson, lab and exercise', async () => {
  const files = await readdir(join(root, 'dist/course'), { recursive: true });
  expect(files.filter((file) => file.endsWith('.json')).sort()).toEqual([
    'exercises/hello/say-hello.json',
    'index.json',
    'labs/hello.json',
    'lessons/greet.json',
    'lessons/recap.json',
    'search.json',
  ]);
});

test('what was written is read back, with paths to built files', async () => {
  const { index, loadLesson, loadLab, loadExercise } = open();
  expect(index).toEqual(indexCourse(course));
  expect(await loadLesson('greet')).toEqual(course.lessons[0]);
  expect(await loadLab('hello')).toEqual({
    ...course.labs[0],
    serverFile: join(root, 'dist/labs/hello/server.js'),
  });
  expect(await loadExercise('hello/say-hello')).toEqual({
    ...course.exercises[0],
    checksFile: join(root, 'dist/labs/hello/say-hello/checks.js'),
    assets: [join(root, 'dist/labs/hello/data/names.json')],
  });
});

test('writing again leaves nothing of a lesson that is gone', async () => {
  const shorter = { ...course, lessons: course.lessons.slice(0, 1) };
  await writeCompiledCourse(shorter, join(root, 'dist/course'), { packageRoot: smallCourse });
  await expect(open().loadLesson('recap')).rejects.toThrow('The built course has no usable');
});

test.each([
  ['{"schemaVersion":', 'is damaged'],
  ['{"schemaVersion":2,"lessons":[],"labs":[]}', 'is of another version'],
  ['null', 'is of another version'],
])('an index that holds %s is a problem', async (text, state) => {
  await writeFile(join(root, 'dist/course/index.json'), text);
  expect(openCompiledCourse(root)).toEqual({
    problem: `The built course in ${join(root, 'dist/course')} ${state}. Install api-labs again, or run npm run build in a clone.`,
  });
});

test('a missing index is a problem', async () => {
  await rm(join(root, 'dist'), { recursive: true });
  expect(openCompiledCourse(root)).toEqual({
    problem: `The built course in ${join(root, 'dist/course')} cannot be read. Install api-labs again, or run npm run build in a clone.`,
  });
});

test('what was written can be searched', async () => {
  const search = await openSearch(root);
  const { hits } = search('greet', { limit: 1 });
  expect(hits[0]).toMatchObject({ kind: 'lesson', id: 'greet' });
});

test.each(['{"schemaVersion":', '{"schemaVersion":2}', 'null'])(
  'a search index that holds %s is named',
  async (text) => {
    await writeFile(join(root, 'dist/course/search.json'), text);
    await expect(openSearch(root)).rejects.toThrow(
      `The built course has no usable ${join(root, 'dist/course/search.json')}. Install api-labs again`,
    );
  },
);

test('a lesson that is damaged or unknown is named', async () => {
  const { loadLesson } = open();
  await writeFile(join(root, 'dist/course/lessons/greet.json'), '{"id":"greet"}');
  await expect(loadLesson('greet')).rejects.toThrow(join('lessons', 'greet.json'));
  await expect(loadLesson('none')).rejects.toThrow(join('lessons', 'none.json'));
});
