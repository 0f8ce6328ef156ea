import type { Line } from '../model/lines.ts';
import { wrapCodeLine } from './code.ts';
import { diffSequences } from './diff-sequences.ts';
import { foldSame } from './fold-same.ts';
import { printable, span } from './width.ts';

type Row = { kind: 'same' | 'mine' | 'theirs'; text: string };

const maxEdits = 1000;

const marks = { same: '  ', mine: '− ', theirs: '+ ' } as const;
const tones = { same: 'muted', mine: 'wrong', theirs: 'ok' } as const;

/** Two texts line by line: `mine` marked with −, `theirs` with +. */
export function layoutTextDiff(
  mine: string,
  theirs: string,
  width: number,
  /** How many equal lines stay around a difference; all of them when it is left out. */
  contextLines = Number.POSITIVE_INFINITY,
): Line[] {
  const rows = diffSequences(splitLines(mine), splitLines(theirs), maxEdits).flatMap(
    (change): Row[] => {
      const kind = change.removed ? 'mine' : change.added ? 'theirs' : 'same';
      return change.value.map((text) => ({ kind, text }));
    },
  );
  return foldSame(rows, ({ kind }) => kind === 'same', contextLines).flatMap((row) =>
    Array.isArray(row) ? [row] : layoutRow(row, width),
  );
}

function splitLines(text: string): string[] {
  return text.replaceAll('\r\n', '\n').trimEnd().split('\n');
}

function layoutRow({ kind, text }: Row, width: number): Line[] {
  const tone = tones[kind];
  return wrapCodeLine([span(printable(text), tone)], width - 2).map((line, index) => [
    span(index === 0 ? marks[kind] : '  ', tone),
    ...line,
  ]);
}
