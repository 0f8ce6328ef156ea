/** A schema may refer to itself: this deep is far enough. */
const maxDepth = 8;

/** A JSON object in an OpenAPI document. */
export type Node = Record<string, unknown>;

/** Whether a value is a JSON object. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a chain of keys leads to, following each `$ref` on the way; an empty object when it leads nowhere. */
export function follow(document: Node, start: unknown, ...keys: string[]): Node {
  let node = resolve(document, start);
  for (const key of keys) node = resolve(document, node[key]);
  return node;
}

function resolve(document: Node, value: unknown, depth = 0): Node {
  if (!isNode(value) || depth > maxDepth) return {};
  if (typeof value.$ref === 'string') {
    const names = readPointer(value.$ref);
    let target: unknown = document;
    for (const name of names) target = isNode(target) ? target[name] : undefined;
    return resolve(document, target, depth + 1);
  }
  if (!Array.isArray(value.allOf)) return value;
  const parts = value.allOf.map((part) => resolve(document, part, depth + 1));
  const whole: Node = { ...value };
  for (const part of parts) {
    const properties = { ...asNode(whole.properties), ...asNode(part.properties) };
    const required = [...asList(whole.required), ...asList(part.required)];
    Object.assign(whole, part, { properties, required });
  }
  return whole;
}

/** The keys a `$ref` such as `#/components/schemas/Input` names; those of another file name none. */
function readPointer(ref: string): string[] {
  const [, path = ''] = /^#\/(.*)$/.exec(ref) ?? [];
  return path
    .split('/')
    .map((name) => unescapePercent(name).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** In a URI fragment a name may be percent-encoded; a % that encodes nothing stands for itself. */
function unescapePercent(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The value if it is a JSON object, else an empty one. */
export const asNode = (value: unknown): Node => (isNode(value) ? value : {});

/** The value if it is a list, else an empty one. */
export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The schema of the JSON in a request body or a response. */
export function readJsonSchema(document: Node, holder: Node): Node {
  const content = follow(document, holder, 'content');
  const type = Object.keys(content).find((name) => /^application\/json\b/i.test(name));
  return type === undefined ? {} : follow(document, content[type], 'schema');
}

/** Whether a schema takes a number, among other things perhaps. */
export function takesNumber(document: Node, schema: unknown, depth = 0): boolean {
  if (depth > maxDepth) return false;
  const { type, anyOf, oneOf, enum: values, const: value } = follow(document, schema);
  if ([type].flat().some((name) => name === 'number' || name === 'integer')) return true;
  if ([value, ...asList(values)].some((entry) => typeof entry === 'number')) return true;
  const options = [...asList(anyOf), ...asList(oneOf)];
  return options.some((option) => takesNumber(document, option, depth + 1));
}

/** Whether a schema is an array whose entries are numbers: `items`, or a tuple's `prefixItems`. */
export function isNumberList(document: Node, schema: unknown): boolean {
  const { type, items, prefixItems } = follow(document, schema);
  const entries = [...asList(prefixItems), ...(isNode(items) ? [items] : [])];
  const isArray = [type].flat().includes('array');
  return isArray && entries.length > 0 && entries.every((entry) => takesNumber(document, entry));
}

/** The path item that stands for a path such as `/books/{id}`, whatever the document calls its parameters. */
export function findPathItem(document: Node, path: string): Node {
  const paths = follow(document, document, 'paths');
  const found = Object.keys(paths).find((key) => withoutNames(key) === withoutNames(path));
  return found === undefined ? {} : follow(document, paths[found]);
}

const withoutNames = (path: string) => path.replaceAll(/\{[^}]*\}/g, '{}');

/** All examples that a parameter has, wherever OpenAPI lets them stand. */
export function listExamples(document: Node, parameter: Node): unknown[] {
  const schema = follow(document, parameter, 'schema');
  const named = Object.values(asNode(parameter.examples)).map((entry) => follow(document, entry));
  const values = named.map(({ value }) => value);
  return [parameter.example, ...values, schema.example, ...asList(schema.examples)].filter(
    (example) => example !== undefined,
  );
}
