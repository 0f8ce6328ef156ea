import { resolve } from 'node:path';
import { exitCodes, type RunCommand } from './command.ts';
import { complain, say } from './show.ts';

/** `api-labs init [folder]`: makes the workspace, or completes the one there is. */
export const run: RunCommand = async (context, args) => {
  const { services } = context;
  const workspace = services.workspace();
  const usual = workspace.kind === 'ready' ? workspace.folder : workspace.suggestedFolder;
  const folder = args.subject === undefined ? usual : resolve(context.cwd, args.subject);
  const outcome = await services.createWorkspace(folder);
  if (!outcome.isOk) {
    complain(context, outcome.message);
    return exitCodes.notPassed;
  }
  say(context, outcome.message);
  const first = services.courseIndex.labs[0]?.exercises[0];
  if (first !== undefined)
    say(context, `Next: read ${first.id}/task.md there, then api-labs grade ${first.id}`);
  return exitCodes.passed;
};
