import { expect, test } from 'vitest';
import { countLines, itemEms, paper, textEms } from '../../../src/layout/cheat-sheet/measure.ts';
import type { Inline } from '../../../src/model/course.ts';

const plain = (text: string): Inline => ({ text, style: 'plain' });
const code = (text: string): Inline => ({ text, style: 'code' });
const ems = (text: string) => textEms(text, 'plain', {});

test('wide letters are wider than narrow ones, bold than plain, and what is unknown is widest', () => {
  expect(ems('WWW')).toBeGreaterThan(ems('iii') * 4);
  expect(textEms('word', 'plain', { isBold: true })).toBeGreaterThan(ems('word'));
  expect(textEms('word', 'strong', {})).toBeGreaterThan(ems('word'));
  expect(ems('漢')).toBeGreaterThan(1);
  expect(textEms('iiii', 'code', {})).toBe(textEms('WWWW', 'code', {}));
});

test('lines are broken between words', () => {
  const width = ems('one two') + 0.01;
  expect(countLines([plain('one')], width)).toBe(1);
  expect(countLines([plain('one two')], width)).toBe(1);
  expect(countLines([plain('one two six')], width)).toBe(2);
  expect(countLines([plain('one two '), plain('six ten')], width)).toBe(2);
  expect(countLines([], width)).toBe(1);
});

test('what no space parts goes on to the next line together', () => {
  const width = ems('see the') + ems(' ') + textEms('docs', 'code', {}) + 0.01;
  expect(countLines([plain('see the '), code('docs')], width)).toBe(1);
  expect(countLines([plain('see the '), code('docs'), plain(', too')], width)).toBe(2);
});

test('a word may be broken after its hyphen, but not after the dashes before it', () => {
  const width = ems('a high-') + 0.01;
  expect(countLines([plain('a high-low')], width)).toBe(2);
  expect(countLines([plain('a bcd --low')], ems('a bcd --') + 0.01)).toBe(2);
  expect(countLines([plain('a high-low it')], ems('low it') + 0.01)).toBe(3);
});

test('a word that is wider than the column is broken within', () => {
  expect(countLines([code('x'.repeat(30))], textEms('x'.repeat(10), 'code', {}) + 0.01)).toBe(3);
});

test('an item is as high as its lines and the gap below', () => {
  const card = { kind: 'card', ask: [plain('Why?')], answer: [plain('So.')] } as const;
  expect(itemEms({ ...card, ask: [...card.ask], answer: [...card.answer] }, 30)).toBeCloseTo(
    paper.lineHeightEm + paper.itemGapEm,
  );
});

test('bold text is as wide as Helvetica Bold', () => {
  const bold = (text: string) => textEms(text, 'strong', {}) / 1.015;
  expect(bold('Fast')).toBeCloseTo(0.611 + 0.556 + 0.556 + 0.333);
  expect(bold('mi {}')).toBeCloseTo(0.889 + 0.278 + 0.278 + 0.389 * 2);
});
