import { Lexer, type MarkedToken, type Token } from 'marked';
import type { Inline } from '../model/course.ts';

/** Takes down a fault in running text; the caller knows where it stands. */
export type Fault = (value: string, problem: string, remedy: string) => void;

const tokenTypes: ReadonlySet<string> = new Set<MarkedToken['type']>([
  'blockquote',
  'br',
  'checkbox',
  'code',
  'codespan',
  'def',
  'del',
  'em',
  'escape',
  'heading',
  'hr',
  'html',
  'image',
  'link',
  'list',
  'list_item',
  'paragraph',
  'space',
  'strong',
  'table',
  'text',
]);

/** Whether a token is one of marked's own kinds, all of which have a type of their own. */
export function isMarkedToken(token: Token): token is MarkedToken {
  return tokenTypes.has(token.type);
}

type Style = Omit<Inline, 'text'>;

const entity = /&(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/** Running Markdown as it stands in a YAML value. */
export function readInlineText(text: string, fault: Fault): Inline[] {
  return readInline(Lexer.lexInline(text), fault);
}

/** Running text as pieces of one style each; what has no place in a terminal is a fault. */
export function readInline(tokens: Token[], fault: Fault): Inline[] {
  const pieces: Inline[] = [];
  for (const piece of tokens.flatMap((token) => readToken(token, { style: 'plain' }, fault))) {
    const last = pieces.at(-1);
    if (last?.style === piece.style && last.href === piece.href) last.text += piece.text;
    else pieces.push({ ...piece });
  }
  return pieces;
}

function readToken(token: Token, outer: Style, fault: Fault): Inline[] {
  if (!isMarkedToken(token)) return [];
  const readAll = (tokens: Token[], style: Style): Inline[] =>
    tokens.flatMap((inner) => readToken(inner, outer.style === 'link' ? outer : style, fault));
  switch (token.type) {
    case 'text': {
      if (token.tokens !== undefined) return readAll(token.tokens, outer);
      const found = entity.exec(token.text)?.[0];
      if (found !== undefined) {
        fault(found, 'HTML entities are shown as they stand.', 'Write the character itself.');
      }
      return [{ text: token.text.replace(/\s*\n\s*/g, ' '), ...outer }];
    }
    case 'escape':
      return [{ text: token.text, ...outer }];
    case 'codespan':
      return [{ text: token.text, ...(outer.style === 'link' ? outer : { style: 'code' }) }];
    case 'strong':
      return readAll(token.tokens, { style: 'strong' });
    case 'em':
      return readAll(token.tokens, { style: 'emphasis' });
    case 'link': {
      if (isPlainAddress(token.href, token.autolink === true)) {
        return [{ text: token.text, ...outer }];
      }
      if (!token.href.startsWith('https://') || !URL.canParse(token.href)) {
        fault(token.href, 'This link is not https.', 'Link to an https:// address, or to none.');
      }
      return readAll(token.tokens, { style: 'link', href: token.href });
    }
    default:
      fault(
        token.raw,
        `${nameOf(token.type)} cannot be shown in a terminal.`,
        'Use plain text, **strong**, *emphasis*, `code` and links.',
      );
      return [];
  }
}

/** Addresses of labs on this machine, and what looks like mail, are not links when written out. */
function isPlainAddress(href: string, isAutolink: boolean): boolean {
  return isAutolink && /^(mailto:|http:\/\/(127\.0\.0\.1|localhost)\b)/.test(href);
}

function nameOf(type: MarkedToken['type']): string {
  switch (type) {
    case 'br':
      return 'A hard line break';
    case 'html':
      return 'HTML';
    case 'image':
      return 'An image';
    case 'del':
      return 'Struck-out text';
    case 'checkbox':
      return 'A checkbox';
    default:
      return `Markdown of the kind ${type}`;
  }
}
