import { expect, test } from 'vitest';
import { clampOffset, isAtEnd, keepVisible, scrollBar, scrollOffset } from '../../src/ui/scroll.ts';

const viewport = { total: 30, height: 10 };

test('never leaves the content', () => {
  expect(clampOffset(-3, viewport)).toBe(0);
  expect(clampOffset(99, viewport)).toBe(20);
  expect(clampOffset(5, { total: 4, height: 10 })).toBe(0);
});

test('scrolls by line, by page with two lines in common, and to either end', () => {
  expect(scrollOffset('line-down', 0, viewport)).toBe(1);
  expect(scrollOffset('page-down', 0, viewport)).toBe(8);
  expect(scrollOffset('page-up', 20, viewport)).toBe(12);
  expect(scrollOffset('bottom', 0, viewport)).toBe(20);
  expect(scrollOffset('top', 20, viewport)).toBe(0);
  expect(scrollOffset('quit', 20, viewport)).toBeUndefined();
});

test('knows the end', () => {
  expect(isAtEnd(19, viewport)).toBe(false);
  expect(isAtEnd(20, viewport)).toBe(true);
  expect(isAtEnd(0, { total: 3, height: 10 })).toBe(true);
});

test('moves only as far as needed to show a line', () => {
  expect(keepVisible(5, 7, 8, viewport)).toBe(5);
  expect(keepVisible(5, 2, 2, viewport)).toBe(2);
  expect(keepVisible(0, 14, 15, viewport)).toBe(6);
});

test('the bar shows where one is, and is not there when all is seen', () => {
  expect(scrollBar(0, { total: 5, height: 10 })).toEqual([]);
  const bar = (offset: number) =>
    scrollBar(offset, { total: 20, height: 4 })
      .map((isThumb) => (isThumb ? '#' : '.'))
      .join('');
  expect([bar(0), bar(8), bar(16)]).toEqual(['#...', '..#.', '...#']);
});
