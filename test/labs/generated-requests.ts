import fc from 'fast-check';

export type JsonSchema = Record<string, unknown>;
export type Operation = {
  method: string;
  path: string;
  parameters: { name: string; in: string; required?: boolean; schema: JsonSchema }[];
  body?: JsonSchema;
  /** Headers to be let in by; there for operations with a security requirement. */
  credentials?: { right: Headers[]; wrong: Headers[] };
};
type Headers = Record<string, string>;
export type GeneratedRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
};

/** Requests to an operation as its own description suggests them: mostly valid, often a little wrong, sometimes nonsense. */
export function requestsTo(operation: Operation, document: object): fc.Arbitrary<GeneratedRequest> {
  const parameters = fc.tuple(
    ...operation.parameters.map((parameter) => parameterValue(parameter, document)),
  );
  const body =
    operation.body === undefined ? fc.constant(undefined) : bodyText(operation.body, document);
  return fc.tuple(parameters, body, headersOf(operation)).map(([values, text, credentials]) => {
    let { path } = operation;
    const query = new URLSearchParams();
    const headers: Record<string, string> = { ...credentials };
    for (const [index, parameter] of operation.parameters.entries()) {
      const sent = values[index] ?? [];
      for (const value of sent) {
        if (parameter.in === 'path')
          path = path.replace(`{${parameter.name}}`, encodeURIComponent(value));
        if (parameter.in === 'query') query.append(parameter.name, value);
        if (parameter.in === 'header') headers[parameter.name] = encodeURIComponent(value);
      }
    }
    if (text !== undefined) headers['content-type'] = 'application/json';
    const search = query.size === 0 ? '' : `?${query}`;
    return { method: operation.method.toUpperCase(), path: path + search, headers, body: text };
  });
}

function headersOf({ credentials }: Operation): fc.Arbitrary<Headers> {
  const { right = [], wrong = [] } = credentials ?? {};
  const others = fc.constantFrom({}, ...wrong);
  if (right.length === 0) return others;
  return fc.oneof(
    { arbitrary: fc.constantFrom(...right), weight: 6 },
    { arbitrary: others, weight: 2 },
  );
}

function parameterValue(
  parameter: Operation['parameters'][number],
  document: object,
): fc.Arbitrary<string[]> {
  const valid = valueFor(parameter.schema, document).map((value) => [value].flat().map(String));
  const wrong = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => [text]);
  if (parameter.in === 'path') {
    // An empty segment, a dot, a slash or a line feed makes it another path, which is not this operation's any more.
    return fc
      .oneof({ arbitrary: valid, weight: 3 }, wrong)
      .filter(([text = '']) => /^[^/\n]*[^/.\n][^/\n]*$/u.test(text));
  }
  return fc.oneof(
    { arbitrary: valid, weight: 6 },
    { arbitrary: wrong, weight: 2 },
    { arbitrary: fc.constant<string[]>([]), weight: 1 },
  );
}

function bodyText(schema: JsonSchema, document: object): fc.Arbitrary<string | undefined> {
  const valid = valueFor(schema, document).map((value) => JSON.stringify(value));
  const spoiled = fc
    .tuple(valueFor(schema, document), fc.jsonValue(), fc.nat())
    .map(([value, junk, at]) => JSON.stringify(spoil(value, junk, at)));
  return fc.oneof(
    { arbitrary: valid, weight: 6 },
    { arbitrary: spoiled, weight: 6 },
    { arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)), weight: 2 },
    { arbitrary: fc.string({ unit: 'grapheme' }), weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  );
}

/** A value with one of its fields replaced, or left out when `junk` is null. */
function spoil(value: unknown, junk: unknown, at: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return junk;
  const keys = Object.keys(value);
  const key = keys[at % Math.max(keys.length, 1)];
  if (key === undefined) return junk;
  const { [key]: old, ...others } = Object(value);
  if (junk === null) return others;
  return { ...others, [key]: at % 2 === 0 ? junk : spoil(old, junk, at >> 1) };
}

/** Values that a schema takes. */
function valueFor(schema: JsonSchema, document: object): fc.Arbitrary<unknown> {
  const { $ref, anyOf = schema.oneOf, type, examples } = schema;
  if (Array.isArray(examples)) return fc.constantFrom(...examples);
  if (typeof $ref === 'string') return valueFor(follow($ref, document), document);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map((part) => valueFor(part, document)));
  switch (type) {
    case 'integer':
      return fc.integer({ min: lowest(schema, 1, -1e9), max: highest(schema, 1, 1e9) });
    case 'number':
      return fc.oneof(
        fc.integer({
          min: Math.ceil(lowest(schema, 1, -1e6)),
          max: Math.floor(highest(schema, 1, 1e6)),
        }),
        fc.double({
          min: lowest(schema, 1e-9, -1e12),
          max: highest(schema, 1e-9, 1e12),
          noNaN: true,
        }),
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textOf(schema);
    case 'array':
      return fc.array(valueFor(Object(schema.items ?? {}), document), {
        minLength: Number(schema.minItems ?? 0),
        maxLength: Number(schema.maxItems ?? 5),
      });
    case 'object':
      return objectOf(schema, document);
    default:
      return fc.jsonValue();
  }
}

/** Within the years that Python's calendar has. */
const anyMoment = fc.date({
  min: new Date('0001-01-01T00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});

function textOf({
  format,
  pattern,
  minLength = 0,
  maxLength = 30,
}: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return anyMoment.map((moment) => moment.toISOString());
  if (format === 'date') return anyMoment.map((moment) => moment.toISOString().slice(0, 10));
  if (typeof pattern === 'string') {
    return fc
      .stringMatching(new RegExp(pattern))
      .map((text) => text.slice(0, Number(maxLength)))
      .filter((text) => text.length >= Number(minLength));
  }
  return fc.string({
    unit: 'grapheme',
    minLength: Number(minLength),
    maxLength: Number(maxLength),
  });
}

function objectOf(schema: JsonSchema, document: object): fc.Arbitrary<unknown> {
  const properties: [string, JsonSchema][] = Object.entries(Object(schema.properties ?? {}));
  const required: unknown[] = Array.isArray(schema.required) ? schema.required : [];
  if (properties.length === 0) {
    const values = Object(schema.additionalProperties);
    return fc.dictionary(fc.string({ maxLength: 8 }), valueFor(values, document));
  }
  const values = Object.fromEntries(
    properties.map(([key, part]) => [key, valueFor(part, document)]),
  );
  return fc.record(values, {
    requiredKeys: properties.map(([key]) => key).filter((key) => required.includes(key)),
  });
}

function lowest(
  { minimum, exclusiveMinimum }: JsonSchema,
  step: number,
  otherwise: number,
): number {
  if (typeof exclusiveMinimum === 'number') return exclusiveMinimum + step;
  return typeof minimum === 'number' ? minimum : otherwise;
}

function highest(
  { maximum, exclusiveMaximum }: JsonSchema,
  step: number,
  otherwise: number,
): number {
  if (typeof exclusiveMaximum === 'number') return exclusiveMaximum - step;
  return typeof maximum === 'number' ? maximum : otherwise;
}

/** What a local `$ref` stands for. */
export function follow(ref: string, document: object): JsonSchema {
  let found: unknown = document;
  for (const key of ref.replace(/^#\//, '').split('/')) found = Object(found)[key];
  if (typeof found !== 'object' || found === null) throw new Error(`${ref} leads nowhere.`);
  return Object(found);
}
