import { expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load.ts';
import { writeHttpFile } from '../../src/layout/http-file.ts';
import { packageRoot } from '../servers/spawned.ts';
import { findLabs } from './find-labs.ts';

const { course } = await loadCourse(packageRoot);
const folders = new Map((await findLabs()).map(({ slug, folder }) => [slug, folder]));

// `vitest -u` writes them anew.
test.each(course?.labs ?? [])('requests.http of $id has what its lab.md names', async (lab) => {
  const file = `${folders.get(lab.id)}/requests.http`;
  await expect(writeHttpFile(lab)).toMatchFileSnapshot(file);
});
