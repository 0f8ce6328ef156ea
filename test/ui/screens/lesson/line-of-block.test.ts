import { expect, test } from 'vitest';
import type { Block } from '../../../../src/model/course.ts';
import { lineOfBlock } from '../../../../src/ui/screens/lesson/line-of-block.ts';

const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  text: [{ text, style: 'plain' }],
});
const heading = (text: string): Block => ({ kind: 'heading', text: [{ text, style: 'plain' }] });

const blocks = [
  paragraph('First.'),
  paragraph('Second.'),
  heading('Third'),
  ...Array.from({ length: 12 }, (_, index) => paragraph(`Point ${index}.`)),
];
const room = { width: 60, height: 10 };

test('a block that fits is seen with the beginning of its page', () => {
  expect(lineOfBlock(blocks, 1, room)).toBe(0);
  expect(lineOfBlock(blocks, 2, room)).toBe(4);
  expect(lineOfBlock(blocks, 3, room)).toBe(4);
});

test('a block further down is seen with a little of what stands before it', () => {
  expect(lineOfBlock(blocks, 12, room)).toBe(24 - 2);
});

test('a block that is not there is looked for at the top', () => {
  expect(lineOfBlock(blocks, 99, room)).toBe(0);
});
