import { join } from 'node:path';
import { writeCompiledCourse } from '../course/compiled.ts';
import { createHighlighter } from '../course/highlight.ts';
import { loadCourse } from '../course/load.ts';
import { formatProblems } from '../course/problems.ts';

/** Writes `dist/course`. Of a course with problems nothing is written: they are printed, and it rejects. */
export async function compileCourse(
  packageRoot: string,
  print: (text: string) => void = console.error,
): Promise<void> {
  const highlight = await createHighlighter();
  const { course, problems } = await loadCourse(packageRoot, { highlight });
  if (course === undefined) {
    print(formatProblems(problems));
    throw new Error('The course was not built: its problems are listed above.');
  }
  await writeCompiledCourse(course, join(packageRoot, 'dist', 'course'), { packageRoot });
}
