import { span, spread } from '../layout/width.ts';
import { chosenPath, ownCourse } from '../model/path.ts';
import { nextStep, shareDone } from '../model/progress.ts';
import type { Context } from './context.ts';
import { courseMap, nextStepLines } from './course-map.ts';
import { pathLines } from './path-lines.ts';
import { say, show } from './show.ts';

/** The home screen as lines: where the learner stands, what is next, what there is. */
export function showOverview(context: Context): void {
  const { services, terminal } = context;
  const progress = services.readProgress();
  const own = ownCourse(services.courseIndex, progress);
  const percent = Math.round(shareDone(progress, own) * 100);
  show(context, [
    spread(
      [span('api-labs', 'accent', { isBold: true })],
      [span(`${percent} % done`, 'muted')],
      terminal.columns,
    ),
    ...nextStepLines(nextStep(progress, own), chosenPath(progress), terminal.columns),
    ...pathLines(context, progress),
    [],
    ...courseMap(services.courseIndex, progress, terminal.columns),
    [],
  ]);
  const workspace = services.workspace();
  if (workspace.kind === 'ready') say(context, `Workspace: ${workspace.folder}`);
  else say(context, 'Workspace: none yet. api-labs init makes one.');
  say(context, 'api-labs --help lists the commands.');
  const warning = services.progressWarning();
  if (warning !== undefined) context.writeError(`${warning}\n`);
}
