import type { Diagnostic } from './read-diagnostics.ts';

type Rule = { pattern: RegExp; say: (parts: string[]) => string };

const maxLength = 160;

/** By what the innermost sentence says; what it names comes first, then what to do. */
const rules: Rule[] = [
  {
    pattern: /^Object literal may only specify known properties, and '?(.+?)'? does not exist in/,
    say: ([name]) => `\`${name}\` is not declared there: declare it, or leave it out.`,
  },
  {
    pattern: /^Property '(.+?)' is missing in type .* but required in type/,
    say: ([name]) => `\`${name}\` is declared as required and is missing here.`,
  },
  {
    pattern: /^Type .* is missing the following properties from type .*: (.+)$/,
    say: ([names]) => `These are declared as required and are missing here: ${names}.`,
  },
  {
    pattern: /^Property '(.+?)' does not exist on type '(.+)'\./,
    say: ([name, type]) => `There is no \`${name}\` in ${shorten(type)}.`,
  },
  {
    pattern: /^(?:Parameter|Variable|Binding element|Member) '(.+?)' implicitly has an? '.+' type/,
    say: ([name]) => `\`${name}\` has no type: write one, as in \`${name}: number\`.`,
  },
  {
    pattern: /^Cannot find name '(.+?)'\./,
    say: ([name]) => `Nothing here is called \`${name}\`: import it, or declare it.`,
  },
  {
    pattern: /^Cannot find module '(.+?)' or its/,
    say: ([name]) => `The types of ${name} were not found: check how it is spelled.`,
  },
  {
    pattern: /^'(.+?)' is possibly '(null|undefined)'/,
    say: ([name, missing]) => `\`${name}\` may be ${missing} here: test it first.`,
  },
  {
    pattern: /^Object is possibly '(null|undefined)'/,
    say: ([missing]) => `What stands before the dot may be ${missing}: test it first.`,
  },
  {
    pattern: /^'(.+?)' is of type 'unknown'/,
    say: ([name]) => `Nothing is known of \`${name}\` here: validate it before you use it.`,
  },
  {
    pattern: /^Expected (.+?) arguments?, but got (\d+)/,
    say: ([wanted, given]) => `The call takes ${wanted} arguments and is given ${given}.`,
  },
  {
    pattern: /^Type '(.+)' is not assignable to type '(.+)'\.?$/,
    say: ([given, wanted]) => `${nameType(given)} stands where ${nameType(wanted)} is declared.`,
  },
  {
    pattern: /^Argument of type '(.+)' is not assignable to parameter of type '(.+)'\.?$/,
    say: ([given, wanted]) => `${nameType(given)} is passed where ${nameType(wanted)} is declared.`,
  },
];

/** Hono's type of a reply whose value is of type unknown: what TypeScript says of it helps nobody. */
const unknownReply = /JSONRespondReturn<unknown\b/;
const unknownReplyWords =
  'Nothing is known of what `c.json` is given, and the contract promises more: validate it before you send it.';

/** A finding of TypeScript in one plain sentence; in TypeScript's own words where there is no better one. */
export function explainDiagnostic({ messages }: Diagnostic): string {
  if (messages.some((message) => unknownReply.test(message))) return unknownReplyWords;
  const innermost = messages.at(-1) ?? '';
  const place = messages.flatMap((message) => readPlace(message)).at(-1);
  for (const { pattern, say } of rules) {
    const match = pattern.exec(innermost);
    if (match === null) continue;
    const sentence = say(match.slice(1));
    return capitalize(place === undefined ? sentence : `in \`${place}\`, ${sentence}`);
  }
  return shorten(messages[0] ?? '');
}

/** `prediction` from "The types of '_data.prediction' are incompatible". */
function readPlace(message: string): string[] {
  const [, one, many] =
    /^(?:Types of property '(.+?)'|The types of '(.+?)') are incompatible/.exec(message) ?? [];
  const path = (one ?? many)?.replace(/^_data\.?/, '');
  return path === undefined || path === '' ? [] : [path];
}

const plainTypes: Record<string, string> = {
  string: 'text',
  'string[]': 'a list of texts',
  number: 'a number',
  'number[]': 'a list of numbers',
  boolean: 'true or false',
  undefined: 'nothing (undefined)',
  null: 'null',
};

function nameType(type = ''): string {
  const known = plainTypes[type];
  if (known !== undefined) return known;
  const literals = type.split(' | ');
  if (literals.length > 1 && literals.every(isLiteral))
    return `one of ${shorten(literals.join(', '))}`;
  return isLiteral(type) ? `the text ${shorten(type)}` : `\`${shorten(type)}\``;
}

function isLiteral(type: string): boolean {
  return /^"[^"]*"$/.test(type);
}

function shorten(text = ''): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`;
}

function capitalize(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
