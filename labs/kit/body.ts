import { z } from '@hono/zod-openapi';
import type { HonoRequest } from 'hono';
import { parsePythonJson } from './parse-python-json.ts';
import type { PlainCheck } from './plain-value.ts';
import { type PythonValue, toPlain } from './python-value.ts';
import { missing, toValidationErrors, type ValidationError } from './validation-errors.ts';

/** What FastAPI makes of a request's body. */
export type BodyReading =
  /** `sent` is the body before defaults were filled in. */
  | { kind: 'valid'; data: unknown; sent: unknown }
  | { kind: 'invalid'; errors: ValidationError[] }
  /** No JSON: FastAPI says so before it looks at anything else of the request. */
  | { kind: 'malformed'; errors: ValidationError[] }
  /** 400: not UTF-8, or JSON that Python gives up on. */
  | { kind: 'unreadable' };

/**
 * A body this short can neither nest too deep for Python nor hold an integer too long for it or for a float,
 * so the built-in parser decides for it.
 */
const shortLength = 300;

/** Reads and validates a JSON body with a schema, as FastAPI would with a model. */
export async function readBody(
  request: HonoRequest,
  schema: z.ZodType,
  isRequired: boolean,
  isPlain?: PlainCheck,
): Promise<BodyReading> {
  const { text, isUtf8, isAbsent } = await readText(request);
  if (isAbsent) return validate(null, schema, isRequired);
  const contentType = request.header('content-type');
  if (contentType !== 'application/json' && !isJson(contentType)) {
    // FastAPI hands on the raw bytes here, and fails when its error report cannot show them as text.
    if (!isUtf8) throw new TypeError('The body is not UTF-8.');
    return validate(text, schema, isRequired);
  }
  if (!isUtf8) return { kind: 'unreadable' };
  return (
    (text.length < shortLength && readQuickly(text, schema, isPlain)) ||
    readCarefully(text, schema, isRequired)
  );
}

/** Stands for bytes that are not UTF-8, unless the client sent this very character. */
const replacement = '\ufffd';
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The body as text, without a byte order mark, as Python's utf-8-sig reads it. Where its length was declared, that
 * tells whether it was UTF-8: invalid bytes grow when they are replaced. Reading the bytes themselves costs a
 * twentieth of all requests per second, and is left to bodies of unknown length.
 */
async function readText(
  request: HonoRequest,
): Promise<{ text: string; isUtf8: boolean; isAbsent: boolean }> {
  const declared = request.header('content-length');
  if (declared !== undefined) {
    const text = await request.text();
    const isUtf8 = !text.includes(replacement) || Buffer.byteLength(text) <= Number(declared);
    return { text, isUtf8, isAbsent: text === '' && Number(declared) === 0 };
  }
  const bytes = await request.arrayBuffer();
  const isAbsent = bytes.byteLength === 0;
  try {
    return { text: decoder.decode(bytes), isUtf8: true, isAbsent };
  } catch {
    return { text: new TextDecoder().decode(bytes), isUtf8: false, isAbsent };
  }
}

function isJson(contentType: string | undefined): boolean {
  const [essence = ''] = (contentType ?? '').toLowerCase().split(';');
  return /^\s*application\/(?:json|.*\+json)\s*$/.test(essence);
}

/** The whole answer for an ordinary valid body; undefined when anything needs Python's eye for detail. */
function readQuickly(
  text: string,
  schema: z.ZodType,
  isPlain?: PlainCheck,
): BodyReading | undefined {
  // Python reads `-0` as the integer 0, JavaScript as the float -0.
  if (isAnything(schema) || isAnyObject(schema) || embedded.has(schema)) return undefined;
  if (text.includes('-0')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (isPlain?.(value) === true) return { kind: 'valid', data: value, sent: value };
  const result = schema.safeParse(value);
  return result.success ? { kind: 'valid', data: result.data, sent: value } : undefined;
}

function readCarefully(text: string, schema: z.ZodType, isRequired: boolean): BodyReading {
  const parsed = parsePythonJson(text);
  switch (parsed.kind) {
    case 'refused':
      return { kind: 'unreadable' };
    case 'invalid':
      return { kind: 'malformed', errors: [malformed(parsed.message, parsed.position)] };
    case 'value':
      return validate(parsed.value, schema, isRequired);
    default:
      return parsed satisfies never;
  }
}

function malformed(message: string, position: number): ValidationError {
  return {
    type: 'json_invalid',
    loc: ['body', position],
    msg: 'JSON decode error',
    input: new Map(),
    ctx: { error: message },
  };
}

/** A body that is not there, or null, which FastAPI takes for the same. */
function absent(isRequired: boolean): BodyReading {
  if (!isRequired) return { kind: 'valid', data: null, sent: null };
  return { kind: 'invalid', errors: [missing(['body'], null)] };
}

function validate(value: PythonValue, schema: z.ZodType, isRequired: boolean): BodyReading {
  if (embedded.has(schema)) return validateParts(value, schema);
  if (value === null) return absent(isRequired);
  if (isAnything(schema) || (isAnyObject(schema) && value instanceof Map))
    return { kind: 'valid', data: value, sent: value };
  const sent = toPlain(value);
  const result = schema.safeParse(sent);
  if (result.success) return { kind: 'valid', data: result.data, sent };
  return {
    kind: 'invalid',
    errors: toValidationErrors(result.error.issues, value, 'body', false, schema),
  };
}

const embedded = new WeakSet<z.ZodType>();

/**
 * A body of several parts, each under its own key: FastAPI's endpoint with more than one body parameter, or with
 * `Body(embed=True)`. `name` is what the docs call it.
 */
export function embed<Shape extends z.ZodRawShape>(name: string, shape: Shape) {
  const schema = z.object(shape).openapi(name);
  embedded.add(schema);
  return schema;
}

/** Parts come for themselves: one that is null is missing, and of a body that is no object all are. */
function validateParts(value: PythonValue, schema: z.ZodType): BodyReading {
  const parts = new Map(value instanceof Map ? [...value].filter(([, part]) => part !== null) : []);
  const sent = toPlain(parts);
  const result = schema.safeParse(sent);
  if (result.success) return { kind: 'valid', data: result.data, sent };
  const errors = toValidationErrors(result.error.issues, parts, 'body', true, schema);
  return { kind: 'invalid', errors };
}

/** A schema that takes anything gets the value with all of Python's detail, ready to be sent back unchanged. */
function isAnything(schema: z.ZodType): boolean {
  return schema instanceof z.ZodUnknown || schema instanceof z.ZodAny;
}

/** An object with any keys and values: Python's `dict[str, Any]`. */
function isAnyObject(schema: z.ZodType): boolean {
  return schema instanceof z.ZodRecord && schema.valueType instanceof z.ZodUnknown;
}
