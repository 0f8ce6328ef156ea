import { resolve } from 'node:path';
import { collectSheet } from '../layout/cheat-sheet/collect.ts';
import { fitSheet } from '../layout/cheat-sheet/fit.ts';
import { sheetHtml } from '../layout/cheat-sheet/html.ts';
import { sheetMarkdown } from '../layout/cheat-sheet/markdown.ts';
import { type Arguments, exitCodes, type RunCommand } from './command.ts';
import { complain, say } from './show.ts';

const formats = { md: sheetMarkdown, html: sheetHtml };
type Format = keyof typeof formats;

/** Files of programs that would not open text under such a name. */
const otherKind = /\.(pdf|docx?|odt|rtf|png)$/i;

/** `api-labs cheatsheet`: two pages to print and take along, or to read as Markdown. */
export const run: RunCommand = async (context, args) => {
  const format = formatOf(args);
  if (format === undefined) {
    complain(context, `--format takes md or html, not "${args.text('format')}".`);
    return exitCodes.wrongUsage;
  }
  const { services } = context;
  const file = args.text('out');
  const unwritten = args.text('format') === undefined ? otherKind.exec(file ?? '')?.[1] : undefined;
  if (unwritten !== undefined) {
    complain(context, `--out writes md or html, not ${unwritten}. Write html and print it to PDF.`);
    return exitCodes.wrongUsage;
  }
  const { lessons } = services.courseIndex;
  const sheet = fitSheet(
    collectSheet(await Promise.all(lessons.map(({ id }) => services.loadLesson(id)))),
  );
  const text = formats[format](sheet);
  if (file === undefined) {
    context.write(text);
    return exitCodes.passed;
  }
  const saving = await context.saveFile(resolve(context.cwd, file), text, {
    mayReplace: args.isOn('force'),
  });
  switch (saving.kind) {
    case 'saved': {
      const next = format === 'html' ? ' Open it in a browser and print it.' : '';
      say(context, `Wrote ${file}.${next}`);
      return exitCodes.passed;
    }
    case 'taken':
      complain(context, `${file} is there already. --force writes over it.`);
      return exitCodes.wrongUsage;
    case 'failed':
      complain(context, `${file} could not be written: ${saving.reason}.`);
      return exitCodes.wrongUsage;
    default:
      return saving satisfies never;
  }
};

/** The format that was asked for, or that the name of the file asks for. */
function formatOf(args: Arguments): Format | undefined {
  const asked = args.text('format');
  if (asked === undefined) return /\.html?$/i.test(args.text('out') ?? '') ? 'html' : 'md';
  return asked === 'md' || asked === 'html' ? asked : undefined;
}
