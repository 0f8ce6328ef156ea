import stringWidth, { type Options } from 'string-width';

/** Enough for some hundred screens' lines. */
const maxRemembered = 5000;
const widths = new Map<string, number>();

/**
 * `string-width`, which splits text into graphemes, with the widths it has told before: Ink asks for the same
 * lines in every frame. The bundle has it in the place of the package.
 */
export default function rememberedWidth(text: string, options?: Options): number {
  if (options !== undefined || text.length > 1000) return stringWidth(text, options);
  let width = widths.get(text);
  if (width === undefined) {
    width = stringWidth(text);
    if (widths.size >= maxRemembered) widths.clear();
    widths.set(text, width);
  }
  return width;
}
