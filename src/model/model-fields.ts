import type { Code } from './course.ts';
import type { Json } from './exchange.ts';

/** A field of a Python model: the lines that declare it, and the property of the schema that it makes. */
export type ModelField = {
  name: string;
  /** Its name in the schema, which an alias may change; undefined where the schema has none of it. */
  property?: string;
  /** Indices of its first and last line in the code. */
  firstLine: number;
  lastLine: number;
};

export type Model = {
  /** The line that begins the class; what it makes of the schema is all that no field makes. */
  headLine: number;
  fields: ModelField[];
};

type Class = { name: string; bases: string[]; headLine: number; fields: ModelField[] };

/** The model of which a schema was made, as it stands in the code; fields of a base class there come first. */
export function readModel(code: Code, component: string, schema: Json): Model {
  const lines = code.lines.map((line) => line.map(({ text }) => text).join(''));
  const classes = readClasses(lines);
  const own =
    classes.find(({ name }) => name === component) ??
    classes.find(({ name }) => component.startsWith(`${name}-`)) ??
    classes.at(-1);
  if (own === undefined) return { headLine: 0, fields: [] };
  const names = listProperties(schema);
  const fields = withBases(own, classes).map((field): ModelField => {
    const text = lines.slice(field.firstLine, field.lastLine + 1).join(' ');
    const property = findProperty(field.name, text, names);
    return property === undefined ? field : { ...field, property };
  });
  return { headLine: own.headLine, fields };
}

/** A schema as it is when only these properties have been declared. */
export function keepProperties(schema: Json, kept: ReadonlySet<string>): Json {
  if (!isObject(schema) || !isObject(schema.properties)) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
      if (key === 'properties' && isObject(value)) {
        return [
          [key, Object.fromEntries(Object.entries(value).filter(([name]) => kept.has(name)))],
        ];
      }
      if (key !== 'required' || !Array.isArray(value)) return [[key, value]];
      const required = value.filter((name) => typeof name === 'string' && kept.has(name));
      return required.length === 0 ? [] : [[key, required]];
    }),
  );
}

export function listProperties(schema: Json): string[] {
  return isObject(schema) && isObject(schema.properties) ? Object.keys(schema.properties) : [];
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withBases(own: Class, classes: Class[]): ModelField[] {
  const inherited = own.bases.flatMap((base) => {
    const found = classes.find(({ name }) => name === base && name !== own.name);
    return found === undefined ? [] : withBases(found, classes);
  });
  const declared = new Set(own.fields.map(({ name }) => name));
  return [...inherited.filter(({ name }) => !declared.has(name)), ...own.fields];
}

function readClasses(lines: string[]): Class[] {
  const classes: Class[] = [];
  let isInText = false;
  for (const [index, line] of lines.entries()) {
    const wasInText = isInText;
    // A docstring that begins and ends on one line changes nothing.
    if ((line.match(/"""|'''/g) ?? []).length % 2 === 1) isInText = !isInText;
    if (wasInText || line.trim() === '') continue;
    const [, name, bases = ''] = /^class (\w+)(?:\(([^)]*)\))?/.exec(line) ?? [];
    if (name !== undefined) {
      const named = bases.split(',').map((base) => base.trim());
      classes.push({ name, bases: named, headLine: index, fields: [] });
      continue;
    }
    takeLine(classes.at(-1), line, index);
  }
  return classes;
}

/** A field begins where a name has an annotation, at the indentation of the body; what is deeper belongs to it. */
function takeLine(current: Class | undefined, line: string, index: number): void {
  if (current === undefined) return;
  const [, field] = /^ {4}(\w+)\s*:(?!=)/.exec(line) ?? [];
  if (field !== undefined) {
    current.fields.push({ name: field, firstLine: index, lastLine: index });
    return;
  }
  const last = current.fields.at(-1);
  const goesOn = /^(?: {5,}| {4}[)\]}])/.test(line);
  if (goesOn && last?.lastLine === index - 1) last.lastLine = index;
}

function findProperty(name: string, text: string, names: string[]): string | undefined {
  const aliases = [...text.matchAll(/\b(?:\w+_)?alias\s*=\s*["']([^"']+)["']/g)].map(
    ([, alias]) => alias,
  );
  const camel = name.replaceAll(/_(\w)/g, (_part, letter: string) => letter.toUpperCase());
  const candidates = [
    ...aliases,
    name,
    camel,
    camel.replace(/^\w/, (letter) => letter.toUpperCase()),
  ];
  return candidates.find((candidate) => candidate !== undefined && names.includes(candidate));
}
