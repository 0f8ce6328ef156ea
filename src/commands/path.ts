import { span } from '../layout/width.ts';
import { pathTitles } from '../model/course.ts';
import { chosenPath, measurePaths, ownCourse } from '../model/path.ts';
import { nextStep } from '../model/progress.ts';
import { exitCodes, type RunCommand } from './command.ts';
import { nextStepLines } from './course-map.ts';
import { pathLines } from './path-lines.ts';
import { show, showJson } from './show.ts';

/** `api-labs path [path]`: the ways through the course with what is left of each; with a name, takes it. */
export const run: RunCommand = async (context, args) => {
  const { services, terminal } = context;
  const index = services.courseIndex;
  const { subject } = args;
  const wanted = measurePaths(index, services.readProgress()).find(({ path }) => path === subject);
  if (wanted !== undefined) services.record({ kind: 'path-chosen', path: wanted.path });
  const progress = services.readProgress();
  if (args.isOn('json')) {
    const paths = measurePaths(index, progress).map((length) => ({
      ...length,
      title: pathTitles[length.path],
    }));
    showJson(context, { schemaVersion: 1, path: chosenPath(progress), paths });
    return exitCodes.passed;
  }
  show(context, [
    ...pathLines(context, progress),
    [],
    ...nextStepLines(
      nextStep(progress, ownCourse(index, progress)),
      chosenPath(progress),
      terminal.columns,
    ),
    ...(wanted === undefined ? [[span('To take another: api-labs path <path>', 'muted')]] : []),
  ]);
  const warning = services.progressWarning();
  if (warning !== undefined) context.writeError(`${warning}\n`);
  return exitCodes.passed;
};
