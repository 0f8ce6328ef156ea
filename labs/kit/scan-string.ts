/** Where and why a text is not JSON, in the words of Python's json module. The position counts UTF-16 units. */
export class JsonScanError extends Error {
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

const escapes: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const hexDigits = /^[0-9a-fA-F]{4}$/;

/** Reads the string whose opening quote stands at `start`; `end` is the place after its closing quote. */
export function scanString(text: string, start: number): { value: string; end: number } {
  let value = '';
  let runStart = start + 1;
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return { value: value + text.slice(runStart, index), end: index + 1 };
    if (code <= 0x1f) throw new JsonScanError('Invalid control character at', index);
    if (code !== 0x5c) continue;
    value += text.slice(runStart, index);
    const letter = text[index + 1];
    if (letter === undefined) break;
    if (letter === 'u') {
      const digits = text.slice(index + 2, index + 6);
      // Python wants one more character after the digits: a string cannot end there.
      if (!hexDigits.test(digits) || index + 6 >= text.length) {
        throw new JsonScanError('Invalid \\uXXXX escape', index + 1);
      }
      value += String.fromCharCode(Number.parseInt(digits, 16));
      index += 5;
    } else {
      const character = escapes[letter];
      if (character === undefined) throw new JsonScanError('Invalid \\escape', index);
      value += character;
      index += 1;
    }
    runStart = index + 1;
  }
  throw new JsonScanError('Unterminated string starting at', start);
}
