import { toAnsi } from '../layout/ansi.ts';
import { fitLine } from '../layout/width.ts';
import type { Line } from '../model/lines.ts';
import type { Context } from './context.ts';

/** A last line that changes in place. */
export type TransientLine = {
  /** Writes nothing when it says the same as before. */
  show: (line: Line) => void;
  /** Takes it away, so that lasting lines can be printed. */
  clear: () => void;
};

const startOver = '\r\x1b[2K';

/** Opens one; where the output is no terminal it writes nothing. */
export function openTransientLine({ terminal, write }: Context): TransientLine {
  const { columns, rows, isColoured, isUnicode } = terminal;
  let shown = '';
  const put = (text: string) => {
    if (rows === undefined || text === shown) return;
    shown = text;
    write(`${startOver}${text}`);
  };
  return {
    // The last column stays free: writing into it moves some terminals on to the next line.
    show: (line) =>
      put(toAnsi([fitLine(line, columns - 1)], { isColoured, isAscii: !isUnicode }).trimEnd()),
    clear: () => put(''),
  };
}
