import { join } from 'node:path';
import { writeCompiledCourse } from '../course/compiled.ts';
import { createHighlighter } from '../course/highlight.ts';
import { loadCourse } from '../course/load.ts';
import { formatProblems } from '../course/problems.ts';

/** Writes `dist/course`. A course with problems is not written: they are printed, and it gives false. */
export async function compileCourse(
  packageRoot: string,
  print: (text: string) => void = console.error,
): Promise<boolean> {
  const highlight = await createHighlighter();
  const { course, problems } = await loadCourse(packageRoot, { highlight });
  if (course === undefined) {
    print(formatProblems(problems));
    return false;
  }
  await writeCompiledCourse(course, join(packageRoot, 'dist', 'course'), { packageRoot });
  return true;
}
