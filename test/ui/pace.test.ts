import { expect, test, vi } from 'vitest';
import { pace } from '../../src/ui/pace.ts';

test('hands events on together, in order, once the time has passed', () => {
  vi.useFakeTimers();
  const sent: number[] = [];
  const news = pace<number>((event) => sent.push(event), 40);
  news.send(1);
  news.send(2);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(40);
  expect(sent).toEqual([1, 2]);
  news.send(3);
  news.flush();
  expect(sent).toEqual([1, 2, 3]);
  news.send(4);
  news.drop();
  vi.advanceTimersByTime(100);
  expect(sent).toEqual([1, 2, 3]);
  vi.useRealTimers();
});
