import { nearestName } from '../course/nearest-name.ts';
import { type Command, exitCodes } from './command.ts';
import { commands } from './command-table.ts';
import type { Context } from './context.ts';
import { subjectId, unknownSubject } from './find-subject.ts';
import { parseCommandLine } from './parse-command-line.ts';

/** Runs what was typed after `api-labs`. Returns the exit code. */
export async function runCommand(argv: string[], context: Context): Promise<number> {
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-v' || first === '-V') {
    context.write(`${context.version}\n`);
    return exitCodes.passed;
  }
  if (first === '--help' || first === '-h' || first === 'help') return showHelp(rest, context);
  const name = argv.find((word) => !word.startsWith('-'));
  const command = commands.find((one) => one.name === name);
  if (name === undefined) return runWithoutCommand(argv, context);
  if (command === undefined) return wrongUsage(context, unknownCommand(name), 'api-labs --help');
  const words = argv.toSpliced(argv.indexOf(name), 1);
  return runNamed(command, words, context);
}

async function runNamed(command: Command, words: string[], context: Context): Promise<number> {
  const parsed = parseCommandLine(command, words);
  switch (parsed.kind) {
    case 'help':
      return showHelp([command.name], context);
    case 'wrong':
      return wrongUsage(context, parsed.message, `api-labs ${command.name} --help`);
    case 'run': {
      const args = { ...parsed.args };
      if (command.argument !== undefined && args.subject !== undefined) {
        const { kind } = command.argument;
        const index = context.services.courseIndex;
        args.subject = subjectId(kind, args.subject, index);
        const problem = unknownSubject(kind, args.subject, index);
        if (problem !== undefined) return wrongUsage(context, problem);
      }
      const { run } = await command.load();
      return run(context, args);
    }
    default:
      return parsed satisfies never;
  }
}

async function runWithoutCommand(argv: string[], context: Context): Promise<number> {
  const unknown = argv.find((word) => word !== '--plain');
  if (unknown !== undefined) {
    return wrongUsage(context, `api-labs has no option ${unknown}.`, 'api-labs --help');
  }
  if (context.terminal.isInteractive && !argv.includes('--plain')) {
    return context.openApp({ kind: 'home' });
  }
  const { showOverview } = await import('./overview.ts');
  showOverview(context);
  return exitCodes.passed;
}

async function showHelp(words: string[], context: Context): Promise<number> {
  const { commandHelpText, helpText } = await import('./help.ts');
  const name = words.find((word) => !word.startsWith('-'));
  const command = commands.find((one) => one.name === name);
  if (name !== undefined && command === undefined) {
    return wrongUsage(context, unknownCommand(name), 'api-labs --help');
  }
  context.write(command === undefined ? helpText() : commandHelpText(command));
  return exitCodes.passed;
}

function unknownCommand(name: string): string {
  const nearest = nearestName(
    name,
    commands.map((command) => command.name),
  );
  const suggestion = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  return `There is no command "${name}".${suggestion}`;
}

function wrongUsage(context: Context, message: string, help?: string): number {
  context.writeError(`${message}\n${help === undefined ? '' : `${help} shows how.\n`}`);
  return exitCodes.wrongUsage;
}
