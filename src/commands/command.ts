import type { Context } from './context.ts';

/** What a positional argument names; ids of the course are looked up before the command runs. */
export type ArgumentKind =
  | 'lesson'
  | 'topic'
  | 'lab'
  | 'exercise'
  | 'folder'
  | 'command'
  | 'path'
  | 'words';

export type OptionSpec = {
  /** How the value is shown in help; an option without one is a switch. */
  value?: string;
  /** One letter that stands for it, as in -n 10. */
  short?: string;
  summary: string;
};

/** What came in on the command line, once it is known to be right. */
export type Arguments = {
  /** The positional argument, or undefined when it was left out. */
  subject?: string;
  isOn: (option: string) => boolean;
  text: (option: string) => string | undefined;
  /** What followed the positional argument, where the command takes more words. */
  moreWords: string[];
};

/** Runs a command. Returns the exit code: 0 passed, 1 not passed, 2 wrong usage. */
export type RunCommand = (context: Context, args: Arguments) => Promise<number>;

export type Command = {
  name: string;
  summary: string;
  argument?: {
    kind: ArgumentKind;
    isRequired: boolean;
    /** The switch that takes its place. */
    unless?: string;
  };
  /** How many words may follow the argument. */
  moreWords?: number;
  options: Record<string, OptionSpec>;
  /** Further lines of help. */
  notes?: string[];
  load: () => Promise<{ run: RunCommand }>;
};

export const exitCodes = { passed: 0, notPassed: 1, wrongUsage: 2 } as const;

/** How a command is typed, such as `grade <exercise> [--file F]`. */
export function usageOf(command: Command): string {
  const { argument } = command;
  const subject =
    argument === undefined
      ? []
      : [argument.isRequired ? `<${argument.kind}>` : `[${argument.kind}]`];
  const options = Object.entries(command.options).map(([name, { value, short }]) => {
    const option = short === undefined ? `--${name}` : `-${short}`;
    return value === undefined ? `[${option}]` : `[${option} ${value}]`;
  });
  return [command.name, ...subject, ...options].join(' ');
}
