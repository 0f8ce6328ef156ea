import { basename } from 'node:path';
import { splitCommand } from './split-command.ts';

type Outcome = { isOk: boolean; message: string };

/** How to open a file: `terminal` editors take over the screen, `window` ones open beside it. */
export type Editor = {
  kind: 'terminal' | 'window' | 'none';
  name: string;
  open: () => Promise<Outcome>;
};

export type EditorChoice =
  | { kind: 'terminal' | 'window'; command: string; args: string[] }
  | { kind: 'none' };

const windowEditors = new Set([
  'code',
  'code-insiders',
  'codium',
  'cursor',
  'windsurf',
  'zed',
  'subl',
  'atom',
  'mate',
  'gedit',
  'kate',
  'gvim',
  'mvim',
  'notepad',
  'notepad++',
  'idea',
  'webstorm',
  'open',
  'xdg-open',
]);

/** The editor the environment names: `$VISUAL`, `$EDITOR`, else VS Code inside its own terminal. */
export function chooseEditor(env: NodeJS.ProcessEnv, file: string): EditorChoice {
  const named = [env.VISUAL, env.EDITOR].find(
    (value) => value !== undefined && value.trim() !== '',
  );
  if (named !== undefined) {
    const [command = '', ...args] = splitCommand(named);
    const name = basename(command)
      .replace(/\.(exe|cmd|bat)$/i, '')
      .toLowerCase();
    return {
      kind: windowEditors.has(name) ? 'window' : 'terminal',
      command,
      args: [...args, file],
    };
  }
  if (env.TERM_PROGRAM !== 'vscode') return { kind: 'none' };
  const command = env.TERM_PROGRAM_VERSION?.includes('insider') ? 'code-insiders' : 'code';
  return { kind: 'window', command, args: ['--goto', file] };
}

/** The learner's editor for one file. Opening never rejects. */
export function findEditor(env: NodeJS.ProcessEnv, file: string): Editor {
  const choice = chooseEditor(env, file);
  if (choice.kind === 'none') {
    const message = `No editor is set in $EDITOR or $VISUAL. Open the file yourself: ${file}`;
    return { kind: 'none', name: 'none', open: async () => ({ isOk: false, message }) };
  }
  const { kind, command, args } = choice;
  return {
    kind,
    name: command,
    open: async () => {
      // Loaded here: finding out which editor there is must not slow down the start.
      const { execa } = await import('execa');
      const result = await execa(command, args, {
        stdio: kind === 'terminal' ? 'inherit' : 'ignore',
        reject: false,
        cleanup: kind === 'terminal',
        timeout: kind === 'terminal' ? 0 : 20_000,
      });
      if (kind === 'terminal' && result.exitCode !== undefined && result.exitCode !== 0) {
        return { isOk: false, message: `${command} ended with exit code ${result.exitCode}.` };
      }
      if (!result.failed) {
        return { isOk: true, message: `Opened ${file} in ${command}.` };
      }
      const message = `${command} could not be started: set $EDITOR to an editor that is installed, or open the file yourself: ${file}`;
      return { isOk: false, message };
    },
  };
}
