import { parseArgs } from 'node:util';
import { nearestName } from '../course/nearest-name.ts';
import { type Arguments, type Command, usageOf } from './command.ts';

export type ParsedCommandLine =
  | { kind: 'run'; args: Arguments }
  | { kind: 'help' }
  | { kind: 'wrong'; message: string };

const everywhere = { help: 'switch', plain: 'switch' } as const;

/** Reads what follows a command's name. */
export function parseCommandLine(command: Command, argv: string[]): ParsedCommandLine {
  const options = optionTypes(command);
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      options: Object.fromEntries(
        [...options].map(([name, type]) => {
          const short = name === 'help' ? 'h' : command.options[name]?.short;
          return [name, short === undefined ? { type } : { type, short }];
        }),
      ),
      allowPositionals: true,
      strict: true,
    });
    if (values.help === true) return { kind: 'help' };
    const problem = checkPositionals(command, positionals, values) ?? emptyOption(values);
    if (problem !== undefined) return { kind: 'wrong', message: problem };
    return {
      kind: 'run',
      args: {
        subject: positionals[0],
        moreWords: positionals.slice(1),
        isOn: (option) => values[option] === true,
        text: (option) => {
          const value = values[option];
          return typeof value === 'string' ? value : undefined;
        },
      },
    };
  } catch (error) {
    return { kind: 'wrong', message: explainParseError(error, command, [...options.keys()]) };
  }
}

function optionTypes(command: Command): Map<string, 'string' | 'boolean'> {
  const types = new Map<string, 'string' | 'boolean'>();
  for (const name of Object.keys(everywhere)) types.set(name, 'boolean');
  for (const [name, { value }] of Object.entries(command.options)) {
    types.set(name, value === undefined ? 'boolean' : 'string');
  }
  return types;
}

function checkPositionals(
  command: Command,
  positionals: string[],
  values: Record<string, unknown>,
): string | undefined {
  const { argument, moreWords = 0 } = command;
  const most = argument === undefined ? 0 : 1 + moreWords;
  const isSpared = argument?.unless !== undefined && values[argument.unless] === true;
  if (argument?.isRequired && !isSpared && positionals.length === 0) {
    return `Which ${argument.kind}? Type api-labs ${usageOf(command)}.`;
  }
  const extra = positionals[most];
  if (extra === undefined) return undefined;
  return most === 0
    ? `api-labs ${command.name} takes no "${extra}".`
    : `api-labs ${command.name} takes one ${argument?.kind}; "${extra}" is one too many.`;
}

function emptyOption(values: Record<string, unknown>): string | undefined {
  const name = Object.keys(values).find((option) => values[option] === '');
  return name === undefined ? undefined : `--${name} needs a value.`;
}

function explainParseError(error: unknown, command: Command, names: string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const quoted = /'(?:-\w, )?(-{1,2}[^'\s=]*)/.exec(message)?.[1] ?? '';
  const spec = command.options[quoted.replace(/^-+/, '')];
  if (message.startsWith('Unknown option')) {
    const nearest = nearestName(quoted.replace(/^-+/, ''), names);
    const suggestion = nearest === undefined ? '' : ` Did you mean --${nearest}?`;
    const asWord =
      command.argument?.kind === 'words'
        ? ` To look for it: api-labs ${command.name} -- ${quoted}`
        : '';
    return `api-labs ${command.name} has no option ${quoted}.${suggestion}${asWord}`;
  }
  if (spec?.value === undefined) return `${quoted} takes no value.`;
  return `${quoted} needs a value: ${quoted} ${spec.value}.`;
}
