import { z } from 'zod';
import { nearestName } from './nearest-name.ts';
import { lineOf, type Report, showValue } from './problems.ts';
import type { YamlDocument } from './yaml-document.ts';

type Rule = { problem: string; remedy: string };

/** Adds a rule whose breach is told in our own words. */
export function withRule<Schema extends z.ZodType>(
  schema: Schema,
  isKept: (value: z.output<Schema>) => boolean,
  { problem, remedy }: Rule,
): Schema {
  return schema.refine(isKept, { error: problem, params: { remedy } });
}

/** The document in the schema's form; every breach is reported with line, path of keys and value. */
export function parseSchema<Schema extends z.ZodType>(
  schema: Schema,
  document: YamlDocument,
  report: Report,
): z.output<Schema> | undefined {
  const result = schema.safeParse(document.value);
  if (result.success) return result.data;
  const { issues } = result.error;
  for (const issue of issues) {
    if (issue.code === 'custom' && hasUnknownKeys(issues, issue.path)) continue;
    for (const path of offendingPaths(issue)) {
      const value = valueAt(document.value, path);
      report({
        place: placeOf(document.lineAt(path), path),
        value: showValue(value),
        ...explainIssue(issue, path, value, schema),
      });
    }
  }
  return undefined;
}

/** Where a key is misspelt, rules about the whole say nothing that helps. */
function hasUnknownKeys(issues: z.core.$ZodIssue[], path: PropertyKey[]): boolean {
  return issues.some(
    (issue) => issue.code === 'unrecognized_keys' && issue.path.join('.') === path.join('.'),
  );
}

/** `line 12, choices[1].reply.status` */
export function placeOf(line: number, path: PropertyKey[]): string {
  const keys = path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
  return keys === '' ? lineOf(line) : `${lineOf(line)}, ${keys}`;
}

function offendingPaths(issue: z.core.$ZodIssue): PropertyKey[][] {
  if (issue.code !== 'unrecognized_keys') return [issue.path];
  return issue.keys.map((key) => [...issue.path, key]);
}

function explainIssue(
  issue: z.core.$ZodIssue,
  path: PropertyKey[],
  value: unknown,
  schema: z.ZodType,
): Rule {
  const name = String(path.at(-1) ?? 'the whole');
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, issue.path);
      const nearest = nearestName(name, known);
      return {
        problem: `The key ${name} is not known here.`,
        remedy:
          nearest === undefined
            ? `Take it out; the keys are ${known.join(', ')}.`
            : `Did you mean ${nearest}?`,
      };
    }
    case 'invalid_type':
      if (value === undefined) {
        return {
          problem: `The key ${name} is missing.`,
          remedy: `Add ${name}: ${expectation(issue)}.`,
        };
      }
      return {
        problem: `This is ${nameType(value)}, not ${expectation(issue)}.`,
        remedy:
          issue.expected === 'string'
            ? 'Write text; put it in quotes when it looks like something else.'
            : `Write ${expectation(issue)}.`,
      };
    case 'invalid_value': {
      const allowed = issue.values.join(', ');
      if (value === undefined) {
        return {
          problem: `The key ${name} is missing.`,
          remedy: `Add ${name}: one of ${allowed}.`,
        };
      }
      return { problem: 'This value is not known here.', remedy: `Write one of: ${allowed}.` };
    }
    case 'custom':
      return { problem: issue.message, remedy: String(issue.params?.remedy ?? 'Change it.') };
    default:
      return { problem: `${issue.message}.`, remedy: 'Change the value.' };
  }
}

function expectation(issue: z.core.$ZodIssueInvalidType): string {
  switch (issue.expected) {
    case 'string':
      return 'text';
    case 'int':
      return 'a whole number';
    case 'array':
      return 'a list';
    case 'object':
    case 'record':
      return 'keys with values';
    default:
      return `a ${issue.expected}`;
  }
}

function nameType(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys with values';
  return typeof value === 'string' ? 'text' : `a ${typeof value}`;
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => {
    if (typeof part !== 'object' || part === null) return undefined;
    return Object.getOwnPropertyDescriptor(part, key)?.value;
  }, value);
}

/** The keys that the schema allows where the path leads. */
function keysAt(schema: z.core.$ZodType, path: PropertyKey[]): string[] {
  const [key, ...rest] = path;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return keysAt(schema.def.innerType, path);
  }
  if (schema instanceof z.ZodArray) return keysAt(schema.def.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (key === undefined) return Object.keys(schema.shape);
  const inner: z.core.$ZodType | undefined = schema.shape[String(key)];
  return inner === undefined ? [] : keysAt(inner, rest);
}
