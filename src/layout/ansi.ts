import type { Line, Span, Tone } from '../model/lines.ts';
import { toAscii } from './ascii.ts';

/** SGR codes by meaning; only the 16 colours every terminal theme defines. */
const toneCodes: Record<Tone, string> = {
  plain: '',
  accent: '36',
  ok: '32',
  wrong: '31',
  warn: '33',
  muted: '90',
  'code-keyword': '35',
  'code-string': '32',
  'code-number': '33',
  'code-comment': '90',
  'code-function': '34',
  'code-type': '36',
  'code-punctuation': '',
};

function codesOf(span: Span): string {
  return [
    toneCodes[span.tone ?? 'plain'],
    span.isBold ? '1' : '',
    span.isItalic ? '3' : '',
    span.isUnderlined ? '4' : '',
    span.isInverse ? '7' : '',
  ]
    .filter((code) => code !== '')
    .join(';');
}

export type AnsiOptions = { isColoured: boolean; isAscii?: boolean };

/** Lines as text, each ended by a newline; without colours it is plain text and nothing else. */
export function toAnsi(lines: Line[], { isColoured, isAscii = false }: AnsiOptions): string {
  return lines.map((line) => `${lineText(line, isColoured, isAscii)}\n`).join('');
}

function lineText(line: Line, isColoured: boolean, isAscii: boolean): string {
  const text = line
    .map((span) => {
      const shown = isAscii ? toAscii(span.text) : span.text;
      const codes = isColoured ? codesOf(span) : '';
      return codes === '' ? shown : `\x1b[${codes}m${shown}\x1b[0m`;
    })
    .join('');
  return isColoured ? text : text.trimEnd();
}
