import type { Inline } from '../model/course.ts';
import type { Line, Span } from '../model/lines.ts';
import { span } from './width.ts';
import { type WrapOptions, wrapSpans } from './wrap.ts';

/** Inline text as spans: code keeps its own tone, links are underlined. */
export function inlineSpans(inline: Inline[], base: Partial<Span> = {}): Span[] {
  return inline.map((part) => {
    switch (part.style) {
      case 'plain':
        return { ...base, text: part.text };
      case 'strong':
        return { ...base, text: part.text, isBold: true };
      case 'emphasis':
        return { ...base, text: part.text, isItalic: true };
      case 'code':
        return span(part.text, 'code-string', { isBold: base.isBold ?? false });
      case 'link':
        return { ...base, text: part.text, isUnderlined: true };
      default:
        return part.style satisfies never;
    }
  });
}

/** Running text as lines of at most `width` columns. */
export function layoutInline(inline: Inline[], width: number, options: WrapOptions = {}): Line[] {
  return wrapSpans(inlineSpans(inline), width, options);
}

/** Plain text in which `code` stands between backticks, as questions and hints are written. */
export function codeSpans(text: string, looks: Partial<Span> = {}): Span[] {
  return text.split(/`([^`\n]+)`/).flatMap((part, index) => {
    if (part === '') return [];
    return index % 2 === 0 ? { ...looks, text: part } : span(part, 'code-string', looks);
  });
}

/** Inline text without its looks. */
export function inlineText(inline: Inline[]): string {
  return inline.map((part) => part.text).join('');
}
