import { exerciseProgress, lessonStatus } from '../model/progress.ts';
import type { RunCommand } from './command.ts';
import { exitCodes } from './command.ts';
import { courseMap } from './course-map.ts';
import { show, showJson } from './show.ts';

/** `api-labs list`: lessons, labs and exercises with their status. */
export const run: RunCommand = async (context, args) => {
  const { services } = context;
  const index = services.courseIndex;
  const progress = services.readProgress();
  if (!args.isOn('json')) {
    show(context, courseMap(index, progress, context.terminal.columns));
    return exitCodes.passed;
  }
  showJson(context, {
    schemaVersion: 1,
    lessons: index.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      status: lessonStatus(progress, lesson),
      lab: lesson.lab,
      exercises: lesson.exercises,
    })),
    labs: index.labs.map((lab) => ({
      id: lab.id,
      title: lab.title,
      exercises: lab.exercises.map(({ id, title, mistakes }) => ({
        id,
        title,
        status: exerciseProgress(progress, id).status,
        mistakes,
      })),
    })),
  });
  return exitCodes.passed;
};
