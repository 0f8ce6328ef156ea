import { toAscii } from '../layout/ascii.ts';
import type { Span, Tone } from '../model/lines.ts';

export type Theme = { isColoured: boolean; isAscii: boolean };

type Environment = Record<string, string | undefined>;

/** What the terminal can show, read from the environment. */
export function readTheme(environment: Environment): Theme {
  return {
    isColoured: (environment.NO_COLOR ?? '') === '' && environment.TERM !== 'dumb',
    isAscii: needsAscii(environment),
  };
}

function needsAscii(environment: Environment): boolean {
  const wish = environment.API_LABS_ASCII ?? '';
  if (wish !== '') return wish !== '0';
  if (environment.TERM === 'linux' || environment.TERM === 'dumb') return true;
  const locale = [environment.LC_ALL, environment.LC_CTYPE, environment.LANG].find(
    (value) => value !== undefined && value !== '',
  );
  return locale !== undefined && !/utf-?8/i.test(locale);
}

/** The looks that Ink's Text takes. */
export type TextLooks = {
  color?: string;
  dimColor?: boolean;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  inverse?: boolean;
};

const toneLooks: Record<Tone, TextLooks> = {
  plain: {},
  accent: { color: 'cyan' },
  ok: { color: 'green' },
  wrong: { color: 'red' },
  warn: { color: 'yellow' },
  muted: { dimColor: true },
  'code-keyword': { color: 'magenta' },
  'code-string': { color: 'green' },
  'code-number': { color: 'yellow' },
  'code-comment': { dimColor: true, italic: true },
  'code-function': { color: 'blue' },
  'code-type': { color: 'cyan' },
  'code-punctuation': {},
};

/** How a span looks; without colour, weight and line remain. */
export function spanLooks(span: Span, theme: Theme): TextLooks {
  const { color, ...rest } = toneLooks[span.tone ?? 'plain'];
  return {
    ...rest,
    ...(theme.isColoured && color !== undefined && { color }),
    ...(span.isBold && { bold: true }),
    ...(span.isItalic && { italic: true }),
    ...(span.isUnderlined && { underline: true }),
    ...(span.isInverse && { inverse: true }),
  };
}

/** A text as the terminal can show it, column for column. */
export function displayText(text: string, theme: Theme): string {
  return theme.isAscii ? toAscii(text).replaceAll('█', '#') : text;
}

/** The pictures of a spinner, one after the other. */
export function spinnerFrames(theme: Theme): string[] {
  return theme.isAscii ? ['|', '/', '-', '\\'] : [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];
}
