import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { openInput } from '../../src/machine/input.ts';

function open({ isTTY = false } = {}) {
  const source = Object.assign(new PassThrough(), { isTTY });
  const ending = new AbortController();
  const prompts: string[] = [];
  const readLine = openInput(source, (prompt) => prompts.push(prompt), ending.signal);
  return { source, ending, prompts, readLine };
}

test('a pipe gives its lines, one for each that is asked for, then its end', async () => {
  const { source, prompts, readLine } = open();
  source.end('one\r\n\nthree');
  expect([await readLine('> '), await readLine('> '), await readLine('> ')]).toEqual([
    'one',
    '',
    'three',
  ]);
  expect(await readLine('> ')).toBeUndefined();
  expect(await readLine('> ')).toBeUndefined();
  expect(prompts).toEqual([]);
});

test('lines that come late are waited for; a person sees the prompt', async () => {
  const { source, prompts, readLine } = open({ isTTY: true });
  const first = readLine('your answer: ');
  source.write('late\n');
  expect(await first).toBe('late');
  expect(prompts).toEqual(['your answer: ']);
});

test('nothing is read before it is asked for', async () => {
  const { source } = open();
  source.write('one\n');
  expect(source.readableFlowing).toBe(null);
});

test('the end of the program ends the waiting, and is the end from then on', async () => {
  const { ending, readLine } = open();
  const waiting = readLine('');
  ending.abort();
  expect(await waiting).toBeUndefined();
  expect(await readLine('')).toBeUndefined();
});

test('a terminal that is gone is the end', async () => {
  const { source, readLine } = open();
  const waiting = readLine('');
  source.destroy(new Error('EIO'));
  expect(await waiting).toBeUndefined();
});
