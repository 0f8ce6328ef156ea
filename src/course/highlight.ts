import { createHighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import http from 'shiki/langs/http.mjs';
import json from 'shiki/langs/json.mjs';
import python from 'shiki/langs/python.mjs';
import shellscript from 'shiki/langs/shellscript.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import type { Code, Token, TokenKind } from '../model/course.ts';
import { type Highlight, plainLines } from './code-lines.ts';

/** The scopes of each kind; the more specific selector wins, in whichever kind it stands. */
const scopes: Record<TokenKind, string[]> = {
  plain: [
    'meta.template.expression',
    'string.unquoted.argument',
    'punctuation.definition.variable',
    'variable.other.normal.shell',
  ],
  keyword: [
    'keyword',
    'keyword.operator.new',
    'keyword.operator.expression',
    'storage',
    'constant.language',
    'variable.language',
  ],
  string: [
    'string',
    'punctuation.definition.string',
    'constant.character',
    'string.regexp keyword',
    'storage.type.string',
    'storage.type.format',
  ],
  number: ['constant.numeric'],
  comment: ['comment', 'punctuation.definition.comment'],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.name.tag.http',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
    'punctuation.support.type.property-name',
  ],
  punctuation: [
    'punctuation',
    'meta.brace',
    'keyword.operator',
    'keyword.other.http',
    'constant.character.format.placeholder',
  ],
};

const kinds: TokenKind[] = [
  'plain',
  'keyword',
  'string',
  'number',
  'comment',
  'function',
  'type',
  'punctuation',
];

/** A theme must speak in colours, so the colour is the number of the kind. */
function colourOf(kind: TokenKind): string {
  return `#${kinds.indexOf(kind).toString(16).padStart(6, '0')}`.toUpperCase();
}

const kindsByColour = new Map(kinds.map((kind) => [colourOf(kind), kind]));

const theme: ThemeRegistrationRaw = {
  name: 'token-kinds',
  type: 'dark',
  fg: colourOf('plain'),
  bg: '#FFFFFF',
  settings: Object.entries(scopes).map(([kind, scope]) => ({
    scope,
    settings: { foreground: colourOf(kinds.find((name) => name === kind) ?? 'plain') },
  })),
};

const grammars: Record<Exclude<Code['language'], 'text'>, string> = {
  python: 'python',
  typescript: 'typescript',
  json: 'json',
  http: 'http',
  shell: 'shellscript',
};

/** Loads the grammars; the function it gives splits code into lines of tokens by kind. */
export async function createHighlighter(): Promise<Highlight> {
  const highlighter = await createHighlighterCore({
    themes: [theme],
    langs: [python, typescript, json, http, shellscript],
    engine: createJavaScriptRegexEngine(),
  });
  return (text, language) => {
    if (language === 'text') return plainLines(text, language);
    const lines = highlighter.codeToTokensBase(text, {
      lang: grammars[language],
      theme: theme.name,
      // Without a limit: on a slow machine the default one leaves the end of a line unmarked.
      tokenizeTimeLimit: 0,
    });
    return lines.map((line) =>
      joinTokens(
        line.map(({ content, color }) => ({
          text: content,
          kind: kindsByColour.get((color ?? '').toUpperCase()) ?? 'plain',
        })),
      ),
    );
  };
}

/** Joins neighbours of one kind; space takes the kind before it, since it looks the same in all. */
function joinTokens(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last !== undefined && (last.kind === token.kind || token.text.trim() === '')) {
      last.text += token.text;
    } else if (token.text !== '') joined.push({ ...token });
  }
  return joined;
}
