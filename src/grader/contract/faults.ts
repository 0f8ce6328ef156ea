import type { ErrorObject } from 'ajv/dist/2020.js';
import type { JsonSchema } from '../../model/contract.ts';
import type { Json } from '../../model/exchange.ts';
import { describeSchema, nameValue } from './describe-schema.ts';

/** One place in a body that does not fit. */
export type Fault = {
  path: string[];
  /** What came, as in ``with `probability` as text``. */
  came: string;
  /** What was asked for, as in `a list of numbers`. */
  wanted: string;
  /** What would put it right: a value of the wanted kind, a field more or a field less. */
  kind: 'value' | 'missing' | 'extra';
  /** What stands in place of the value where the two are compared; without it `wanted` does. */
  example?: string;
};

const maxValueLength = 40;

/** The validator's errors in plain words, the telling ones first. */
export function readFaults(errors: ErrorObject[], schema: JsonSchema, body: Json): Fault[] {
  return withoutConsequences(errors).map((error) => readFault(error, schema, body));
}

const unions = ['anyOf', 'oneOf'];

/** Of a choice only that no branch fits, and not why each of them does not. */
function withoutConsequences(errors: ErrorObject[]): ErrorObject[] {
  const failed = errors.filter(({ keyword }) => unions.includes(keyword));
  const outermost = failed.filter(
    ({ instancePath }) => !failed.some((other) => isBelow(instancePath, other.instancePath)),
  );
  const telling = errors.filter(
    (error) =>
      outermost.includes(error) ||
      (error.keyword !== 'if' &&
        !unions.includes(error.keyword) &&
        !outermost.some(
          ({ instancePath }) =>
            error.instancePath === instancePath || isBelow(error.instancePath, instancePath),
        )),
  );
  return telling.length === 0 ? errors.slice(0, 1) : telling;
}

function isBelow(path: string, above: string): boolean {
  return path.startsWith(`${above}/`);
}

function readFault(error: ErrorObject, root: JsonSchema, body: Json): Fault {
  const path = readPath(error.instancePath);
  const value = valueAt(body, path);
  const place = showPath(path);
  const name = place === '' ? 'a body' : `\`${place}\``;
  const fieldOf = (field: unknown) => [...path, String(field)];
  const fieldName = (field: unknown) => `\`${showPath(fieldOf(field))}\``;
  const { params, keyword } = error;
  switch (keyword) {
    case 'required': {
      const field = params.missingProperty;
      const came = `without ${fieldName(field)}`;
      const properties = toJson(error.parentSchema?.properties);
      const example = describeSchema(root, valueAt(properties, [String(field)]));
      const wanted = 'it is always there';
      return { path: fieldOf(field), came, wanted, kind: 'missing', example };
    }
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const field = params.additionalProperty ?? params.unevaluatedProperty;
      const came = `with ${fieldName(field)}`;
      return { path: fieldOf(field), came, wanted: 'no such field', kind: 'extra' };
    }
    case 'type':
    case 'anyOf':
    case 'oneOf': {
      const wanted = describeSchema(root, toJson(error.parentSchema));
      const isLeaf = typeof value !== 'object' && wanted.includes(nameValue(value));
      const came = `with ${name} ${place === '' ? 'that is' : 'as'} ${isLeaf ? shorten(value) : nameValue(value)}`;
      return { path, came, wanted, kind: 'value' };
    }
    case 'enum':
    case 'const': {
      const wanted = describeSchema(root, toJson(error.parentSchema));
      return { path, came: `with ${name} as ${shorten(value)}`, wanted, kind: 'value' };
    }
    case 'minItems':
    case 'maxItems': {
      const length = Array.isArray(value) ? value.length : 0;
      const came = `with ${count(length, 'entry', 'entries')} in ${name}`;
      const bound = keyword === 'minItems' ? 'at least' : 'at most';
      return { path, came, wanted: `${bound} ${params.limit}`, kind: 'value' };
    }
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum': {
      const wanted = `${boundNames[params.comparison] ?? params.comparison} ${params.limit}`;
      return { path, came: `with ${name} as ${shorten(value)}`, wanted, kind: 'value' };
    }
    default: {
      const wanted = `it ${error.message ?? 'is something else'}`;
      return { path, came: `with ${name} as ${shorten(value)}`, wanted, kind: 'value' };
    }
  }
}

const boundNames: Record<string, string> = {
  '>=': 'at least',
  '<=': 'at most',
  '>': 'more than',
  '<': 'less than',
};

/** `detail[0].loc` */
function showPath(path: string[]): string {
  return path.reduce((text, key) => {
    if (/^\d+$/.test(key)) return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

function readPath(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(body: Json, path: string[]): Json {
  return path.reduce<Json>((part, key) => {
    if (typeof part !== 'object' || part === null) return null;
    return Object.getOwnPropertyDescriptor(part, key)?.value ?? null;
  }, body);
}

/** Ajv types its schemas as anything: they came from JSON. */
function toJson(schema: unknown): Json {
  return typeof schema === 'object' && schema !== null ? { ...schema } : null;
}

function shorten(value: Json): string {
  const text = JSON.stringify(value);
  return text.length <= maxValueLength ? text : `${text.slice(0, maxValueLength - 1)}…`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

const maxMended = 10;

/** The body as it would fit: each fault replaced by what was wanted, in words. */
export function mendBody(body: Json, faults: Fault[]): Json {
  const mended = structuredClone(body);
  for (const { path, wanted, kind, example = wanted } of faults.slice(0, maxMended)) {
    const key = path.at(-1);
    if (key === undefined) return example;
    const holder = valueAt(mended, path.slice(0, -1));
    if (typeof holder !== 'object' || holder === null) continue;
    if (kind === 'extra') Reflect.deleteProperty(holder, key);
    else Reflect.set(holder, key, example);
  }
  return mended;
}
