import { isInstalled, runsWell } from './run-quietly.ts';
import { splitCommand } from './split-command.ts';

type Outcome = { isOk: boolean; message: string };
type Command = { command: string; args: string[] };

/** The commands that may open a page here, best first. */
export function browserCommands(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  url: string,
): Command[] {
  const named = (env.BROWSER ?? '').trim();
  if (named !== '') {
    const [command = '', ...args] = splitCommand(named);
    const isPlaced = args.some((arg) => arg.includes('%s'));
    const placed = args.map((arg) => arg.replaceAll('%s', url));
    return [{ command, args: isPlaced ? placed : [...args, url] }];
  }
  if (platform === 'darwin') return [{ command: 'open', args: [url] }];
  if (platform === 'win32') {
    return [{ command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] }];
  }
  const isWsl = env.WSL_DISTRO_NAME !== undefined;
  const hasScreen = env.DISPLAY !== undefined || env.WAYLAND_DISPLAY !== undefined;
  return [
    ...(isWsl ? [{ command: 'wslview', args: [url] }] : []),
    ...(hasScreen ? [{ command: 'xdg-open', args: [url] }] : []),
  ];
}

/** Opens a page in the learner's browser; says the address where there is none. */
export async function openInBrowser(env: NodeJS.ProcessEnv, url: string): Promise<Outcome> {
  for (const { command, args } of browserCommands(env, process.platform, url)) {
    if (await runsWell(command, args, { timeoutMs: 5000 })) {
      return { isOk: true, message: `Opened ${url} in your browser.` };
    }
  }
  return { isOk: false, message: `No browser could be opened from here. Open ${url} yourself.` };
}

/** Name of the command that would open a page; undefined when there is none. */
export async function findBrowserOpener(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const { command } of browserCommands(env, process.platform, '')) {
    if (await isInstalled(command)) return command;
  }
  return undefined;
}
