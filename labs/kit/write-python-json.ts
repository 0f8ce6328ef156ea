import { PythonFloat } from './python-value.ts';

/**
 * How floats are written: `json` as Python's json module does, `pydantic` as a response model does
 * (other exponents, and null where JSON has no number).
 */
export type FloatStyle = 'json' | 'pydantic';

/** A float as Python writes it: `1.0`, `1e-07`, `1e+16`. Throws for NaN and infinity in the `json` style. */
export function writeFloat(value: number, style: FloatStyle): string {
  if (!Number.isFinite(value)) {
    if (style === 'pydantic') return 'null';
    throw new RangeError('Out of range float values are not JSON compliant.');
  }
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  const smallest = style === 'json' ? 1e-4 : 1e-5;
  if (size !== 0 && (size < smallest || size >= 1e16)) return writeExponent(value, style);
  const text = String(value);
  return Number.isInteger(value) ? `${text}.0` : text;
}

function writeExponent(value: number, style: FloatStyle): string {
  const text = value.toExponential();
  if (style === 'pydantic') return text;
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

// Text in which nothing needs to be escaped, as nearly all keys are.
const plainText = /^[ !#-[\]-~]*$/;

function writeString(text: string): string {
  if (plainText.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new TypeError('A lone surrogate cannot be encoded as UTF-8.');
  return JSON.stringify(text);
}

/** Nesting that FastAPI's encoder still follows in what an endpoint returns; its recursion limit is near. */
const maxDepth = 959;

/**
 * Any value as the JSON text Starlette sends: no spaces, floats as Python writes them. `depth` counts the arrays
 * and objects around the value. Throws where Python would: NaN, lone surrogates, nesting without end.
 */
export function writePythonJson(value: unknown, style: FloatStyle = 'json', depth = 0): string {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'number':
      return Number.isSafeInteger(value) ? String(value) : writeFloat(value, style);
    case 'object':
      return value === null ? 'null' : writeObject(value, style, depth + 1);
    default:
      throw new TypeError(`A ${typeof value} cannot be written as JSON.`);
  }
}

/** A value inside another that knows how it is written, while it is being written. */
let known: { value: object; write: (value: object) => string } | undefined;

/** Like `writePythonJson`, but `part`, wherever it is inside, is written by `write`. */
export function writeWithPart(
  value: unknown,
  part: unknown,
  write: (part: object) => string,
): string {
  if (typeof part !== 'object' || part === null) return writePythonJson(value);
  known = { value: part, write };
  try {
    return writePythonJson(value);
  } finally {
    known = undefined;
  }
}

function writeObject(value: object, style: FloatStyle, depth: number): string {
  if (value === known?.value) return known.write(value);
  if (depth > maxDepth) throw new RangeError('The value is nested too deep.');
  if (value instanceof PythonFloat) return writeFloat(value.value, style);
  if (Array.isArray(value)) return `[${joinItems(value, style, writePythonJson, depth)}]`;
  // A Float64Array is to JavaScript what a NumPy array of float64 is to Python: every item is a float.
  if (value instanceof Float64Array) return `[${joinItems(value, style, writeFloat, depth)}]`;
  let text = '';
  for (const [key, entry] of value instanceof Map ? value : Object.entries(value)) {
    if (entry === undefined) continue;
    if (text !== '') text += ',';
    text += `${writeString(key)}:${writePythonJson(entry, style, depth)}`;
  }
  return `{${text}}`;
}

// A plain loop: every reply passes here, and `map` with `join` takes twice as long.
function joinItems<Item>(
  items: ArrayLike<Item>,
  style: FloatStyle,
  write: (item: Item, style: FloatStyle, depth: number) => string,
  depth: number,
): string {
  let text = '';
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (index > 0) text += ',';
    text += item === undefined ? 'null' : write(item, style, depth);
  }
  return text;
}
