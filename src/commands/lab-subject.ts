import { dirname, extname, relative, resolve } from 'node:path';
import { listExercises } from '../model/course.ts';
import type { Play } from '../model/play.ts';
import type { Arguments } from './command.ts';
import type { Context } from './context.ts';
import { unknownSubject } from './find-subject.ts';

export type LabSubject =
  | { kind: 'lab'; id: string }
  | { kind: 'play'; play: Play }
  | { kind: 'wrong'; message: string };

/** What `api-labs lab` is to run: a lab of the course, or the learner's own handler file. */
export function findLabSubject(context: Context, args: Arguments): LabSubject {
  const { subject } = args;
  const [file, exercise] = ['file', 'exercise'].map(args.text);
  if (file === undefined) {
    if (exercise !== undefined) {
      return wrong('--exercise says what a handler answers: name the handler too, with --file.');
    }
    if (subject === undefined) {
      return wrong(
        'Which lab? Type api-labs lab <lab>, or api-labs lab --file handler.ts to run a handler of yours.',
      );
    }
    return { kind: 'lab', id: subject };
  }
  if (subject !== undefined) {
    return wrong(
      `Either a lab or a file: leave out "${subject}" to run ${file}, or --file to run the lab.`,
    );
  }
  if (extname(file) === '.py') {
    return wrong(
      `${file} is a Python file, and --file runs TypeScript and JavaScript. Start it yourself, as in uvicorn main:app; api-labs grade takes it with --run or --url.`,
    );
  }
  const { courseIndex } = context.services;
  const problem =
    exercise === undefined ? undefined : unknownSubject('exercise', exercise, courseIndex);
  if (problem !== undefined) return wrong(problem);
  const path = resolve(context.cwd, file);
  return {
    kind: 'play',
    play: { file: path, exercise: exercise ?? exerciseAt(context, path) },
  };
}

/** A handler in an exercise's folder of the workspace answers that exercise. */
function exerciseAt({ services }: Context, file: string): string | undefined {
  const workspace = services.workspace();
  if (workspace.kind === 'none') return undefined;
  const folder = relative(workspace.folder, dirname(file)).replaceAll('\\', '/');
  return listExercises(services.courseIndex).find(({ id }) => id === folder)?.id;
}

function wrong(message: string): LabSubject {
  return { kind: 'wrong', message };
}
