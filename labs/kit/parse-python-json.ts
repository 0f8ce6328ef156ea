import { PythonFloat, type PythonValue } from './python-value.ts';
import { JsonScanError, scanString } from './scan-string.ts';

export type ParsedJson =
  | { kind: 'value'; value: PythonValue }
  /** `position` counts characters as Python does: one per code point. */
  | { kind: 'invalid'; message: string; position: number }
  /** Valid JSON that Python gives up on: too deep, or an integer with too many digits. */
  | { kind: 'refused' };

/** Python's limit on digits in an integer. */
const maxDigits = 4300;

/** Nesting that Python's json module still reads inside a FastAPI endpoint; its recursion limit is near. */
const maxDepth = 962;

class RefusedError extends Error {}

const numberPattern = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const literals: [string, PythonValue][] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];

/** Parses JSON text with the rules, the limits and the error messages of Python's `json.loads`. */
export function parsePythonJson(text: string): ParsedJson {
  try {
    const scanner = new Scanner(text);
    return { kind: 'value', value: scanner.scanDocument() };
  } catch (error) {
    if (error instanceof RefusedError) return { kind: 'refused' };
    if (!(error instanceof JsonScanError)) throw error;
    const position = [...text.slice(0, error.position)].length;
    return { kind: 'invalid', message: error.message, position };
  }
}

class Scanner {
  readonly #text: string;
  #index = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scanDocument(): PythonValue {
    this.#skipSpace();
    const value = this.#scanValue();
    this.#skipSpace();
    if (this.#index < this.#text.length) throw new JsonScanError('Extra data', this.#index);
    return value;
  }

  #scanValue(): PythonValue {
    const character = this.#text[this.#index];
    if (character === '"') return this.#scanString();
    if (character === '{' || character === '[') {
      this.#depth += 1;
      if (this.#depth > maxDepth) throw new RefusedError();
      const value = character === '{' ? this.#scanObject() : this.#scanArray();
      this.#depth -= 1;
      return value;
    }
    for (const [literal, value] of literals) {
      if (this.#text.startsWith(literal, this.#index)) {
        this.#index += literal.length;
        return value;
      }
    }
    return this.#scanNumber();
  }

  #scanObject(): Map<string, PythonValue> {
    const entries = new Map<string, PythonValue>();
    this.#index += 1;
    this.#skipSpace();
    if (this.#take('}')) return entries;
    while (true) {
      if (this.#text[this.#index] !== '"') {
        throw this.#expected('property name enclosed in double quotes');
      }
      const key = this.#scanString();
      this.#skipSpace();
      if (!this.#take(':')) throw this.#expected("':' delimiter");
      this.#skipSpace();
      entries.set(key, this.#scanValue());
      this.#skipSpace();
      if (this.#take('}')) return entries;
      if (!this.#take(',')) throw this.#expected("',' delimiter");
      this.#skipSpace();
    }
  }

  #scanArray(): PythonValue[] {
    const items: PythonValue[] = [];
    this.#index += 1;
    this.#skipSpace();
    if (this.#take(']')) return items;
    while (true) {
      items.push(this.#scanValue());
      this.#skipSpace();
      if (this.#take(']')) return items;
      if (!this.#take(',')) throw this.#expected("',' delimiter");
      this.#skipSpace();
    }
  }

  #scanString(): string {
    const { value, end } = scanString(this.#text, this.#index);
    this.#index = end;
    return value;
  }

  #scanNumber(): PythonValue {
    numberPattern.lastIndex = this.#index;
    const match = numberPattern.exec(this.#text);
    if (match === null) throw this.#expected('value');
    const [source, fraction, exponent] = match;
    this.#index += source.length;
    const value = Number(source);
    if (fraction !== undefined || exponent !== undefined) {
      return Number.isInteger(value) ? new PythonFloat(value) : value;
    }
    if (source.replace('-', '').length > maxDigits) throw new RefusedError();
    if (Object.is(value, -0)) return 0;
    return Number.isSafeInteger(value) ? value : BigInt(source);
  }

  #expected(what: string): JsonScanError {
    return new JsonScanError(`Expecting ${what}`, this.#index);
  }

  #take(character: string): boolean {
    if (this.#text[this.#index] !== character) return false;
    this.#index += 1;
    return true;
  }

  #skipSpace(): void {
    while (' \t\n\r'.includes(this.#text[this.#index] ?? 'end')) this.#index += 1;
  }
}
