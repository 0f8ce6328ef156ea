import { expect, test } from 'vitest';
import { type Navigation, navigate, type Screen } from '../../src/ui/screen.ts';

const home: Screen = { name: 'home', selected: 'lesson:validation' };
const lesson: Screen = { name: 'lesson', id: 'validation', beat: 'say' };
const exercise: Screen = { name: 'exercise', id: 'predict/answer-422' };

function open(...screens: Screen[]): Navigation {
  return screens.reduce<Navigation>(
    (navigation, screen) => navigate(navigation, { kind: 'opened', screen }),
    { screen: home, history: [] },
  );
}

test('going back leads to the screen before, as it was left', () => {
  const there = open(lesson, exercise);
  const back = navigate(there, { kind: 'went-back' });
  expect(back).toEqual({ screen: lesson, history: [home] });
  expect(navigate(back, { kind: 'went-back' })).toEqual({ screen: home, history: [] });
});

test('beats of one lesson are one step of the history', () => {
  const see: Screen = { name: 'lesson', id: 'validation', beat: 'see' };
  const there = navigate(open(lesson), { kind: 'replaced', screen: see });
  expect(there).toEqual({ screen: see, history: [home] });
  expect(navigate(there, { kind: 'went-back' }).screen).toEqual(home);
});

test('a place opened again is gone back to, not piled up', () => {
  const again = open(lesson, exercise, { ...lesson, beat: 'defend' });
  expect(again).toEqual({ screen: { ...lesson, beat: 'defend' }, history: [home] });
});

test('a lesson that a quiz opens is left for the quiz, although the quiz was opened from it', () => {
  const quiz: Screen = { name: 'quiz', id: 'validation' };
  const looked = open({ ...lesson, beat: 'defend' }, quiz, { ...lesson, beat: 'see' });
  expect(looked.screen).toEqual({ ...lesson, beat: 'see' });
  const back = navigate(looked, { kind: 'went-back' });
  expect(back).toEqual({ screen: quiz, history: [home, { ...lesson, beat: 'defend' }] });
  expect(navigate(looked, { kind: 'opened', screen: quiz })).toEqual(back);
});

test('help is laid over a screen and never gone back to', () => {
  const searched = open(lesson, { name: 'help', about: 'reading' }, { name: 'search' });
  expect(searched).toEqual({ screen: { name: 'search' }, history: [home, lesson] });
});

test('what was found is left for the search, and the search for what was read', () => {
  const search: Screen = { name: 'search' };
  const place: Screen = { ...lesson, beat: 'defend', at: { question: 'who-validates' } };
  for (const found of [exercise, place, lesson]) {
    const there = open(lesson, search, found);
    expect(there).toEqual({ screen: found, history: [home, lesson, search] });
    const back = navigate(there, { kind: 'went-back' });
    expect(back).toEqual({ screen: search, history: [home, lesson] });
    expect(navigate(back, { kind: 'went-back' }).screen).toBe(lesson);
  }
});

test('a later search takes the place of the one before, over what was found', () => {
  const search: Screen = { name: 'search' };
  const lab: Screen = { name: 'lab', id: 'predict' };
  const again = open(lesson, search, exercise, search);
  expect(again).toEqual({ screen: search, history: [home, lesson, exercise] });
  expect(navigate(again, { kind: 'went-back' }).screen).toBe(exercise);
  expect(open(lesson, search, exercise, search, lab).history).toEqual([
    home,
    lesson,
    exercise,
    search,
  ]);
});

test('home is the bottom', () => {
  const bottom: Navigation = { screen: home, history: [] };
  expect(navigate(bottom, { kind: 'went-back' })).toBe(bottom);
  const lost: Navigation = { screen: exercise, history: [] };
  expect(navigate(lost, { kind: 'went-back' }).screen).toEqual({ name: 'home' });
});
