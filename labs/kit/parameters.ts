import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Place, toValidationErrors, type ValidationError } from './validation-errors.ts';

/** The parts of a route's `request` that describe parameters, with FastAPI's and Hono's names for each. */
const kinds = [
  { key: 'params', place: 'path', target: 'param' },
  { key: 'query', place: 'query', target: 'query' },
  { key: 'headers', place: 'header', target: 'header' },
  { key: 'cookies', place: 'cookie', target: 'cookie' },
] as const satisfies { key: string; place: Place; target: string }[];

type Kind = (typeof kinds)[number];

/** Reads the parameters of one request: what is wrong with them, in FastAPI's order; none when `c.req.valid` has them all. */
export type ParameterReader = (c: Context) => ValidationError[];

/** The reader for what a route's `request` says; other things than parameters in it are not looked at. */
export function parameterReader(request: object): ParameterReader {
  const readers = kinds.flatMap((kind) => {
    const schema = schemaOf(request, kind);
    return schema === undefined ? [] : [readerFor(kind, schema)];
  });
  const [first, ...others] = readers;
  if (first === undefined) return () => [];
  return others.length === 0 ? first : (c) => readers.flatMap((read) => read(c));
}

function schemaOf(request: object, { key, place }: Kind): z.ZodObject | undefined {
  const schema: unknown = Object.entries(request).find(([name]) => name === key)?.[1];
  if (schema === undefined || schema instanceof z.ZodObject) return schema;
  throw new Error(`The ${place} parameters of a route are described by a z.object.`);
}

/** The parameters that the `request` of a route and those of its dependencies describe, in FastAPI's order. */
export function listParameters(
  requests: object[],
): { place: Kind['place']; name: string; field: z.ZodType }[] {
  const pairs = kinds.flatMap((kind) => requests.map((request) => ({ kind, request })));
  return pairs.flatMap(({ kind, request }) =>
    Object.entries(schemaOf(request, kind)?.shape ?? {}).flatMap(([name, field]) =>
      field instanceof z.ZodType ? [{ place: kind.place, name, field }] : [],
    ),
  );
}

const noErrors: ValidationError[] = [];

function readerFor({ place, target }: Kind, schema: z.ZodObject): ParameterReader {
  const fields = Object.entries(schema.shape).map(([name, field]) => ({
    name,
    isList: isList(field),
  }));
  return (c) => {
    const find = finderFor(place, c);
    // Without a prototype: a parameter may have any name.
    const sent: Record<string, string | string[]> = Object.create(null);
    for (const { name, isList } of fields) {
      const values = find(name);
      const last = values.at(-1);
      if (isList && values.length > 0) sent[name] = values;
      else if (!isList && last !== undefined) sent[name] = last;
    }
    const result = schema.safeParse(sent);
    if (result.success) {
      c.req.addValidatedData(target, result.data);
      return noErrors;
    }
    const sentByName = new Map(Object.entries(sent));
    return toValidationErrors(result.error.issues, sentByName, place, true, schema);
  };
}

/** Finds all values that were sent under a name. */
function finderFor(place: Kind['place'], c: Context): (name: string) => string[] {
  const listOf = (value: string | undefined) => (value === undefined ? [] : [value]);
  switch (place) {
    case 'path':
      return (name) => listOf(c.req.param(name));
    case 'query': {
      const { url } = c.req;
      const start = url.indexOf('?');
      if (start === -1) return () => [];
      const searchParams = new URLSearchParams(url.slice(start + 1));
      return (name) => searchParams.getAll(name);
    }
    case 'header':
      return (name) => listOf(c.req.header(name));
    case 'cookie': {
      const cookies = readCookies(c.req.header('cookie') ?? '');
      return (name) => listOf(cookies.get(name));
    }
    default:
      return place satisfies never;
  }
}

/** The cookies of a request by name, from its `Cookie` header. */
export function readCookies(header: string): Map<string, string> {
  return new Map(
    header.split(';').map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return [
        name.trim(),
        rest
          .join('=')
          .trim()
          .replace(/^"(.*)"$/, '$1'),
      ];
    }),
  );
}

function isList(schema: unknown): boolean {
  if (schema instanceof z.ZodArray) return true;
  const isWrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault;
  return isWrapped && isList(schema.unwrap());
}
