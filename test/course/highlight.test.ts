import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Highlight } from '../../src/course/code-lines.ts';
import { createHighlighter } from '../../src/course/highlight.ts';
import type { Code } from '../../src/model/course.ts';
import { smallCourse } from './broken-course.ts';

const highlight = await createHighlighter();

/** Each piece that has a kind as `kind:text`. */
function kindsOf(text: string, language: Code['language']): string[] {
  return highlight(text, language)
    .flat()
    .filter(({ kind }) => kind !== 'plain' && kind !== 'punctuation')
    .map((token) => `${token.kind}:${token.text.trim()}`);
}

test.each<[Code['language'], string, string[]]>([
  [
    'python',
    '# x\nclass Input(BaseModel):\n    a: float = Field(gt=0)\n\nasync def predict(data: Input):\n    return {"a": None}',
    [
      'comment:# x',
      'keyword:class',
      'type:Input',
      'type:BaseModel',
      'type:float',
      'function:Field',
      'number:0',
      'keyword:async def',
      'function:predict',
      'keyword:return',
      'string:"a"',
      'keyword:None',
    ],
  ],
  [
    'typescript',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code that is highlighted
    'const reply: Reply = await send(`a ${b} c`, 422); // x',
    [
      'keyword:const',
      'type:Reply',
      'keyword:await',
      'function:send',
      'string:`a',
      'string:c`',
      'number:422',
      'comment:// x',
    ],
  ],
  ['json', '{"a": [1.5, true, "x"]}', ['type:"a"', 'number:1.5', 'keyword:true', 'string:"x"']],
  [
    'http',
    'GET /docs HTTP/1.1\naccept: text/html',
    ['keyword:GET', 'number:1.1', 'type:accept', 'string:text/html'],
  ],
  ['shell', "curl -d '{}' http://127.0.0.1 # x", ['function:curl', "string:'{}'", 'comment:# x']],
  ['text', 'const x = "1"', []],
])('%s is told apart by kind', (language, text, kinds) => {
  expect(kindsOf(text, language)).toEqual(kinds);
});

const joined = (lines: ReturnType<Highlight>): string =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

test.each<[string, Code['language']]>([
  ['labs/10-hello/server.ts', 'typescript'],
  ['labs/10-hello/main.py', 'python'],
])('no character of %s is lost', async (file, language) => {
  const text = await readFile(`${smallCourse}/${file}`, 'utf8');
  expect(joined(highlight(text, language))).toBe(text);
});
