import { describe, expect, test } from 'vitest';
import {
  finishBeat,
  isNothingLeft,
  type LessonPlaces,
  leavePage,
  leaveQuestion,
  leftBeat,
  nearestPage,
  nearestQuestion,
  noPlaces,
} from '../../src/model/places.ts';

const page = { page: 2, line: 4, lines: 20 };
const top = { page: 0, line: 0, lines: 9 };
const question = { id: 'who', question: 1, isAnswerShown: true };

describe('leaving', () => {
  test('keeps the page, the question and the beat shown last', () => {
    const read = leavePage(noPlaces, 'see', page);
    expect(read).toEqual({ beat: 'see', pages: { see: page } });
    const asked = leaveQuestion(read, question);
    expect(asked).toEqual({ beat: 'defend', pages: { see: page }, defend: question });
    expect(leftBeat(asked)).toBe('defend');
  });

  test('changes nothing where one stays', () => {
    const left = leaveQuestion(leavePage(noPlaces, 'see', page), question);
    expect(leaveQuestion(left, { ...question })).toBe(left);
    const read = leavePage(left, 'see', page);
    expect(leftBeat(read)).toBe('see');
    expect(leavePage(read, 'see', { ...page })).toBe(read);
    expect(leavePage(read, 'see', { ...page, lines: 30 })).not.toBe(read);
  });

  test('keeps nothing of a beat that is at its beginning', () => {
    const turnedBack = leavePage(leavePage(noPlaces, 'say', page), 'say', top);
    expect(isNothingLeft(turnedBack)).toBe(true);
    const first = leaveQuestion(noPlaces, { id: 'what', question: 0, isAnswerShown: false });
    expect(isNothingLeft(first)).toBe(true);
    expect(isNothingLeft(leaveQuestion(noPlaces, { ...question, question: 0 }))).toBe(false);
  });

  test('a finished beat begins anew, the others are where they were', () => {
    const left: LessonPlaces = { beat: 'see', pages: { say: page, see: page } };
    expect(finishBeat(left, 'see')).toEqual({ beat: 'see', pages: { say: page } });
  });
});

test('who only looks into a beat has the place in the one before', () => {
  const read = leavePage(noPlaces, 'say', page);
  expect(leavePage(read, 'see', top)).toBe(read);
  expect(leaveQuestion(read, { id: 'what', question: 0, isAnswerShown: false })).toBe(read);
  expect(leftBeat(read)).toBe('say');
});

test('without a place there is no beat that was left', () => {
  expect(leftBeat(undefined)).toBeUndefined();
  expect(leftBeat(finishBeat(leavePage(noPlaces, 'say', page), 'say'))).toBeUndefined();
  expect(leftBeat({ beat: 'build', pages: { say: page } })).toBeUndefined();
});

test.each([
  ['the same lines', [9, 9, 20], { page: 2, line: 4 }],
  ['twice as many in a narrow window', [9, 9, 40], { page: 2, line: 8 }],
  ['half as many', [9, 9, 10], { page: 2, line: 2 }],
  ['pages that are gone', [9, 9], { page: 1, line: 0 }],
  ['no pages at all', [], { page: 0, line: 0 }],
])('a page is found again among %s', (_name, lineCounts, place) => {
  expect(nearestPage(page, lineCounts)).toEqual(place);
});

test.each([
  ['where it was', ['what', 'who'], { question: 1, isAnswerShown: true }],
  ['in another place', ['who', 'what'], { question: 0, isAnswerShown: true }],
  ['not at all', ['what', 'why', 'how'], { question: 1, isAnswerShown: false }],
  ['not at all, and beyond the last', ['what'], { question: 0, isAnswerShown: false }],
  ['not at all, and none is asked', [], { question: 0, isAnswerShown: false }],
])('a question is found again that is asked %s', (_name, asked, place) => {
  expect(nearestQuestion(question, asked)).toEqual(place);
});

test('without one that was left the first is asked', () => {
  expect(nearestQuestion(undefined, ['what'])).toEqual({ question: 0, isAnswerShown: false });
});
