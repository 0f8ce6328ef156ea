import { wrapSpans } from '../layout/wrap.ts';
import { exitCodes, type RunCommand } from './command.ts';
import type { Context } from './context.ts';
import { type Finding, findMachine, findSetup, findTerminal } from './doctor-findings.ts';
import { say, show, showJson } from './show.ts';

const looks = {
  ok: { text: '✔ ', tone: 'ok' },
  warn: { text: '! ', tone: 'warn' },
  problem: { text: '✘ ', tone: 'wrong' },
} as const;

/** `api-labs doctor`: whether everything is there, line by line, with a remedy where it is not. */
export const run: RunCommand = async (context, args) => {
  const findings = [
    ...findSetup(context),
    ...findTerminal(context),
    ...(await findMachine(context)),
  ];
  const problems = findings.filter(({ status }) => status === 'problem').length;
  const warnings = findings.filter(({ status }) => status === 'warn').length;
  if (args.isOn('json')) {
    showJson(context, { schemaVersion: 1, problems, warnings, findings });
  } else {
    for (const finding of findings) showFinding(context, finding);
    context.write('\n');
    say(context, summary(problems, warnings));
  }
  return problems === 0 ? exitCodes.passed : exitCodes.notPassed;
};

function showFinding(context: Context, { name, status, message, remedy }: Finding): void {
  const { columns } = context.terminal;
  const indent = [{ text: '  ' }];
  const text = [{ text: `${name}: `, isBold: true }, { text: message }];
  show(context, wrapSpans(text, columns, { firstIndent: [looks[status]], indent }));
  if (remedy === undefined) return;
  show(context, wrapSpans([{ text: remedy, tone: 'muted' }], columns, { indent }));
}

function summary(problems: number, warnings: number): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  if (problems > 0) return `${count(problems, 'problem')}, ${count(warnings, 'warning')}.`;
  if (warnings > 0) return `Ready, with ${count(warnings, 'warning')}.`;
  return 'All is well.';
}
