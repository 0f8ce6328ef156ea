import type { TokenKind } from './course.ts';

/** What a piece of text means; the theme decides how it looks. */
export type Tone =
  | 'plain'
  | 'accent'
  | 'ok'
  | 'wrong'
  | 'warn'
  | 'muted'
  | `code-${Exclude<TokenKind, 'plain'>}`;

export type Span = {
  text: string;
  tone?: Tone;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
  isInverse?: boolean;
};

/** One line of a screen: never wider than the width it was laid out for. */
export type Line = Span[];

/** The text of a line without its looks. */
export function plainText(line: Line): string {
  return line.map((span) => span.text).join('');
}
