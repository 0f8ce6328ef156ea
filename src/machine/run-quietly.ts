import { execa } from 'execa';

/** Runs a command that says nothing; whether it ended well. Never rejects. */
export async function runsWell(
  command: string,
  args: string[],
  options: { input?: string; timeoutMs: number },
): Promise<boolean> {
  const result = await execa(command, args, {
    reject: false,
    timeout: options.timeoutMs,
    ...(options.input === undefined ? { stdin: 'ignore' } : { input: options.input }),
    stdout: 'ignore',
    stderr: 'ignore',
  });
  return !result.failed;
}

/** Whether a command is on the path. */
export async function isInstalled(command: string): Promise<boolean> {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return runsWell(finder, [command], { timeoutMs: 2000 });
}
