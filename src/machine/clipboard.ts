import { isInstalled, runsWell } from './run-quietly.ts';

type Outcome = { isOk: boolean; message: string };
type Command = { command: string; args: string[] };

/** The commands that may take a text here, best first. */
export function clipboardCommands(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Command[] {
  if (platform === 'darwin') return [{ command: 'pbcopy', args: [] }];
  if (platform === 'win32') return [{ command: 'clip', args: [] }];
  return [
    ...(env.WSL_DISTRO_NAME === undefined ? [] : [{ command: 'clip.exe', args: [] }]),
    ...(env.WAYLAND_DISPLAY === undefined ? [] : [{ command: 'wl-copy', args: [] }]),
    ...(env.DISPLAY === undefined
      ? []
      : [
          { command: 'xclip', args: ['-selection', 'clipboard'] },
          { command: 'xsel', args: ['--clipboard', '--input'] },
        ]),
  ];
}

/** The terminal's own way to set the clipboard (OSC 52), which also works over ssh. */
export function clipboardSequence(text: string): string {
  return `\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`;
}

/** Copies a text with the system's command, else through the terminal. */
export async function copyToClipboard(
  env: NodeJS.ProcessEnv,
  text: string,
  writeToTerminal: ((sequence: string) => void) | undefined,
): Promise<Outcome> {
  for (const { command, args } of clipboardCommands(env, process.platform)) {
    if (await runsWell(command, args, { input: text, timeoutMs: 3000 })) {
      return { isOk: true, message: 'Copied.' };
    }
  }
  if (writeToTerminal === undefined) {
    return { isOk: false, message: 'There is no clipboard here. Select the text and copy it.' };
  }
  writeToTerminal(clipboardSequence(text));
  return { isOk: true, message: 'Handed to your terminal to copy.' };
}

/** Name of the command that would take a text; undefined when only the terminal can. */
export async function findClipboard(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const { command } of clipboardCommands(env, process.platform)) {
    if (await isInstalled(command)) return command;
  }
  return undefined;
}
