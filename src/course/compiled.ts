import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { type Course, type Exercise, indexCourse, type Lab } from '../model/course.ts';
import type { RaceEntrant } from '../model/race.ts';
import { indexPassages } from './search/search-index.ts';

/**
 * Writes the course as JSON, one file per lesson, lab and exercise beside `index.json`, and what
 * `search.json` finds them by. Paths in it are relative to the package's root and name built files.
 */
export async function writeCompiledCourse(
  course: Course,
  outFolder: string,
  { packageRoot }: { packageRoot: string },
): Promise<void> {
  await rm(outFolder, { recursive: true, force: true });
  const write = async (name: string, content: unknown): Promise<void> => {
    const file = join(outFolder, `${name}.json`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(content)}\n`);
  };
  await write('index', indexCourse(course));
  for (const lesson of course.lessons) await write(`lessons/${lesson.id}`, lesson);
  for (const lab of course.labs)
    await write(`labs/${lab.id}`, pointToBuiltServer(lab, packageRoot));
  for (const exercise of course.exercises) {
    await write(`exercises/${exercise.id}`, pointToBuiltFiles(exercise, packageRoot));
  }
  await write('search', indexPassages(course));
}

function pointToBuiltServer(lab: Lab, packageRoot: string): Lab {
  const { race } = lab;
  const built = { ...lab, serverFile: `dist/labs/${lab.id}/server.js` };
  if (race === undefined) return built;
  const entrants = race.entrants.map((entrant) => ({
    ...entrant,
    file:
      entrant.kind === 'python'
        ? relative(packageRoot, entrant.file).split(sep).join('/')
        : `dist/${builtName(lab, entrant, packageRoot)}.js`,
  }));
  return { ...built, race: { ...race, entrants } };
}

/** `labs/predict/parts/express`: where the build puts an entrant, without its ending. */
function builtName(lab: Lab, { file }: RaceEntrant, packageRoot: string): string {
  const inLab = relative(packageRoot, file).split(sep).slice(2).join('/');
  return `labs/${lab.id}/${inLab.replace(/\.ts$/, '')}`;
}

function pointToBuiltFiles(exercise: Exercise, packageRoot: string): Exercise {
  return {
    ...exercise,
    // Only what proves the course from its sources asks for these.
    equivalents: undefined,
    checksFile: `dist/labs/${exercise.id}/checks.js`,
    assets: exercise.assets.map((asset) => {
      // An asset lies in labs/NN-slug/data; in the build its lab goes by its id.
      const inLab = relative(packageRoot, asset).split(sep).slice(2);
      return ['dist/labs', exercise.lab, ...inLab].join('/');
    }),
  };
}
