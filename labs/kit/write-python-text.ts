import { PythonFloat, type PythonValue } from './python-value.ts';
import { writeFloat } from './write-python-json.ts';

/** What Python's `str()` makes of a JSON value: text as it is, `None`, `True`, `1.0`, `['a']`. */
export function writePythonText(value: PythonValue): string {
  return typeof value === 'string' ? value : represent(value);
}

function represent(value: PythonValue): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return String(value);
    case 'number':
      return Number.isSafeInteger(value) ? String(value) : representFloat(value);
    default:
      break;
  }
  if (value === null) return 'None';
  if (value instanceof PythonFloat) return representFloat(value.value);
  if (Array.isArray(value)) return `[${value.map(represent).join(', ')}]`;
  const entries = [...value].map(([key, entry]) => `${quote(key)}: ${represent(entry)}`);
  return `{${entries.join(', ')}}`;
}

function representFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return writeFloat(value, 'json');
}

const escapes = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * Text in single quotes, or in double ones where that saves escaping; what cannot be seen is written as a number. Which
 * characters those are depends on the version of Unicode, which is not the same in Node and in Python.
 */
function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll(/[\\'\n\r\t]|(?! )[\p{C}\p{Z}]/gu, (character) => {
    if (character === "'") return mark === "'" ? "\\'" : character;
    return escapes.get(character) ?? escapeCode(character.codePointAt(0) ?? 0);
  });
  return mark + escaped + mark;
}

function escapeCode(code: number): string {
  const digits = code.toString(16);
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`;
  return code < 0x1_0000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
