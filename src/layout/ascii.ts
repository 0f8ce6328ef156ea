const replacements: Record<string, string> = {
  '✔': '+',
  '✘': 'x',
  '▸': '>',
  '●': '*',
  '○': 'o',
  '◐': '~',
  '│': '|',
  '└': '+',
  '┃': '|',
  '─': '-',
  '━': '=',
  '…': '~',
  '•': '*',
  '·': '-',
  '↳': '\\',
  '▲': '^',
  '→': '>',
  '←': '<',
  '↑': '^',
  '↓': 'v',
  '⏎': '.',
  '▏': ' ',
  '▎': ' ',
  '▍': ' ',
  '▌': '=',
  '▋': '=',
  '▊': '=',
  '▉': '=',
  '▁': '.',
  '▂': '.',
  '▃': ':',
  '▄': ':',
  '▅': '+',
  '▆': '+',
  '▇': '#',
  '−': '-',
  '’': "'",
  '“': '"',
  '”': '"',
};

const replaceable = new RegExp(`[${Object.keys(replacements).join('')}]`, 'g');

/** The program's own glyphs in ASCII, column for column. */
export function toAscii(text: string): string {
  return text.replace(replaceable, (glyph) => replacements[glyph] ?? glyph);
}
