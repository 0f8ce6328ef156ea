import { type Command, usageOf } from './command.ts';
import { commands } from './command-table.ts';

/** What `api-labs --help` prints. */
export function helpText(): string {
  const width = Math.max(...commands.map((command) => shortUsage(command).length)) + 2;
  const rows = commands.map(
    (command) => `  ${shortUsage(command).padEnd(width)}${command.summary}`,
  );
  return [
    'api-labs teaches FastAPI for your interview, with labs you run and exercises that are graded.',
    '',
    'Usage: api-labs [command]',
    '',
    `  ${''.padEnd(width)}open the app; --plain prints an overview instead`,
    ...rows,
    '',
    "  --help      show this, or a command's own help",
    '  --version   show the version',
    '',
    'Settings: API_LABS_HOME (where progress is kept), VISUAL or EDITOR, BROWSER, NO_COLOR.',
    '',
  ].join('\n');
}

/** What `api-labs <command> --help` prints. */
export function commandHelpText(command: Command): string {
  const all: Command['options'] = { ...command.options, help: { summary: 'show this' } };
  const options = Object.entries(all).map(([name, { value, short, summary }]) => {
    const names = short === undefined ? `--${name}` : `-${short}, --${name}`;
    return { name: value === undefined ? names : `${names} ${value}`, summary };
  });
  const width = Math.max(...options.map(({ name }) => name.length)) + 2;
  return [
    `${capitalize(command.summary)}.`,
    '',
    `Usage: api-labs ${usageOf(command)}`,
    '',
    ...options.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    ...(command.notes === undefined ? [] : ['', ...command.notes]),
    '',
  ].join('\n');
}

function shortUsage(command: Command): string {
  return usageOf({ ...command, options: {} });
}

function capitalize(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
