import { describe, expect, test } from 'vitest';
import type { NewProgressEvent } from '../../src/model/progress.ts';
import { createMemoryServices } from './memory-services.ts';
import { keys, openTerminal } from './test-terminal.ts';

describe('a quiz', () => {
  const oneLesson = { name: 'quiz', id: 'what-is-fastapi', seed: 1 } as const;
  const answers = (services: { events: NewProgressEvent[] }) =>
    services.events.flatMap((event) =>
      event.kind === 'question-answered' ? [[event.question, event.share]] : [],
    );

  test('from home: all lessons; each answer is recorded, the score names what to read, Esc comes back', async () => {
    const services = createMemoryServices();
    const terminal = openTerminal({ services });
    await terminal.waitFor('? keys');
    terminal.press('z');
    await terminal.waitFor('Quiz · all lessons');
    for (let place = 1; place <= 6; place++) {
      await terminal.waitFor(`${place} of 6`);
      terminal.press(keys.enter);
      await terminal.waitFor(/✔ Right|✘ (Wrong|Not yet)|○ Which of them did you say/);
      terminal.press('n');
    }
    await terminal.waitFor('Read again');
    expect(answers(services).map(([id]) => id)).toHaveLength(6);
    expect(new Set(answers(services).map(([id]) => id)).size).toBe(6);
    terminal.press(keys.enter);
    await terminal.waitFor(/beat |page /);
    terminal.press(keys.escape);
    await terminal.waitFor('Read again');
    terminal.press('a');
    await terminal.waitFor('1 of ');
    // One that is typed takes every letter.
    terminal.press(keys.ctrlC);
    await terminal.finished;
  });

  test('from home on a path: only the lessons that are on it', async () => {
    const services = createMemoryServices();
    services.record({ kind: 'path-chosen', path: 'tomorrow' });
    const terminal = openTerminal({ services });
    await terminal.waitFor('● tomorrow');
    terminal.press('z');
    await terminal.waitFor('Quiz · interview tomorrow');
    await terminal.waitFor('say it · 1 of 2');
    terminal.press(keys.enter);
    await terminal.waitFor('○ Which of them did you say? Press 1.');
    terminal.press('1');
    await terminal.waitFor('✔ Right: 1 of 1 key point   1 makes it right');
    terminal.press('q');
    await terminal.finished;
    expect(answers(services).map(([, share]) => share)).toEqual([0, 1]);
  });

  test('from a shortened Defend it: the questions whose answers were not shown there, then all of them', async () => {
    const services = createMemoryServices();
    services.record({ kind: 'path-chosen', path: 'tomorrow' });
    const initialScreen = { name: 'lesson', id: 'what-is-fastapi', beat: 'defend' } as const;
    const terminal = openTerminal({ services, initialScreen });
    await terminal.waitFor('question 1 of 2');
    terminal.press(keys.enter);
    await terminal.waitFor('Key points');
    terminal.press('G', keys.enter);
    await terminal.waitFor('question 2 of 2');
    terminal.press('G', keys.enter);
    await terminal.waitFor(/422 Unprocessable Content\s+█?\s+The JSON/);
    terminal.press('G');
    await terminal.waitFor('This lesson has 2 more questions. z asks them.');
    terminal.press('z');
    for (const place of ['1 of 2', '2 of 2']) {
      await terminal.waitFor(place);
      terminal.press(keys.enter);
      await terminal.waitFor(/✔ Right|✘ Wrong/);
      terminal.press('n');
    }
    await terminal.waitFor('score');
    expect(answers(services).map(([id]) => id)).toEqual(
      expect.arrayContaining(['no-limit', 'foretell-missing']),
    );
    expect(answers(services)).toHaveLength(2);
    terminal.press('n');
    await terminal.waitFor('1 of 4');
    terminal.press(keys.ctrlC);
    await terminal.finished;
  });

  test('what was said is matched, and corrected with the number keys', async () => {
    const services = createMemoryServices();
    const terminal = openTerminal({ services, initialScreen: oneLesson });
    await terminal.waitFor('find the bug · 1 of 4');
    terminal.press(keys.enter, 'n');
    await terminal.waitFor('say it · 2 of 4');
    terminal.press('Types decklare it, uvicrn serves', keys.enter);
    const heard = await terminal.waitFor('✔ Right: 2 of 3 key points');
    expect(heard).toContain('Ticked by your words. Press 1 to 3 to tick a point, or to untick it.');
    expect(heard).toMatch(/ {3}1 to 3 tick {3}.*keys/);
    terminal.press('3');
    await terminal.waitFor('✘ Not yet: 1 of 3 key points');
    terminal.press('1', '3', '5');
    await terminal.waitFor('✔ Right: 3 of 3 key points');
    expect(answers(services).slice(1)).toEqual([
      ['define-it', 2 / 3],
      ['define-it', 1 / 3],
      ['define-it', 2 / 3],
      ['define-it', 1],
    ]);
    terminal.press('q');
    await terminal.finished;
  });

  test('typed text wraps, and is still there after the quiz was left', async () => {
    const services = createMemoryServices();
    const initialScreen = { name: 'lesson', id: 'validation', beat: 'defend' } as const;
    const terminal = openTerminal({ services, initialScreen });
    await terminal.waitFor('z quiz');
    terminal.press('z');
    await terminal.waitFor('1 of 2');
    terminal.press('word '.repeat(20), 'the last one q ? / z');
    const typed = await terminal.waitFor('word the last one q ? / z');
    expect(typed).toMatch(/│ word( word){14}\n/);
    terminal.press(keys.escape);
    await terminal.waitFor('question 1 of 2');
    terminal.press('z');
    await terminal.waitFor('the last one q ? / z');
    terminal.press(keys.enter);
    await terminal.waitFor('key point');
    terminal.press('y');
    await terminal.waitFor('2 Validation · Say it');
    terminal.press(keys.escape);
    await terminal.waitFor('You wrote');
    terminal.press(keys.escape);
    await terminal.waitFor('✔ 1 answer is kept. For a day, z in Defend it goes on with the quiz.');
    expect(answers(services)).toHaveLength(1);
    terminal.press('q');
    await terminal.finished;
  });

  test('the line with the bug is pointed at', async () => {
    const services = createMemoryServices();
    const terminal = openTerminal({ services, initialScreen: oneLesson });
    await terminal.waitFor('▸  1 │');
    for (let line = 1; line < 8; line++) terminal.press(keys.down);
    await terminal.waitFor('▸  8 │ async def list_items');
    terminal.press(keys.pageDown);
    await terminal.waitFor('▸ 20 │');
    terminal.press('g');
    await terminal.waitFor('▸  1 │');
    terminal.press('G');
    await terminal.waitFor('▸ 20 │');
    terminal.press('g');
    await terminal.waitFor('▸  1 │');
    for (let line = 1; line < 8; line++) terminal.press('j');
    terminal.press(keys.enter);
    await terminal.waitFor('✔ Right. The bug is in line 8.');
    expect(terminal.frame()).not.toContain('You pointed');
    expect(answers(services)).toEqual([['no-limit', 1]]);
    terminal.press('q');
    await terminal.finished;
  });

  test('a lab that does not start is said; the question can be tried again or left out', async () => {
    const services = createMemoryServices();
    const { startLab } = services;
    services.startLab = async () => ({
      kind: 'broken',
      message: 'The lab ended before it answered.',
      remedy: 'Run api-labs doctor.',
      afterMs: 5,
      output: '',
    });
    const terminal = openTerminal({ services, initialScreen: oneLesson });
    await terminal.waitFor('1 of 4');
    terminal.press(keys.enter, 'n');
    await terminal.waitFor('2 of 4');
    terminal.press(keys.enter, 'n');
    await terminal.waitFor('predict the reply · 3 of 4');
    terminal.press('n', keys.enter);
    const frame = await terminal.waitFor('✘ The lab ended before it answered.');
    expect(frame).toContain('Run api-labs doctor.');
    services.startLab = startLab;
    terminal.press(keys.down, keys.enter);
    await terminal.waitFor('✔ Right.');
    expect(answers(services).at(-1)).toEqual(['foretell-missing', 1]);
    expect(services.runningLabs()).toEqual({});
    terminal.press('n');
    await terminal.waitFor('choose · 4 of 4');
    terminal.press('q');
    await terminal.finished;
  });

  test('a question that is left out, and one that no choice fits, do not count', async () => {
    const services = createMemoryServices();
    services.send = async (_url, request) => ({
      request,
      response: { status: 500, headers: {}, body: 'no' },
      durationMs: 1,
    });
    const terminal = openTerminal({ services, initialScreen: oneLesson });
    await terminal.waitFor('1 of 4');
    terminal.press(keys.enter, 'n');
    await terminal.waitFor('2 of 4');
    terminal.press(keys.enter, 'n');
    await terminal.waitFor('3 of 4');
    terminal.press(keys.enter);
    await terminal.waitFor('so this one does not count');
    terminal.press('n');
    await terminal.waitFor('4 of 4');
    terminal.press(keys.enter, 'n');
    await terminal.waitFor('of 3');
    expect(answers(services)).toHaveLength(3);
    terminal.press('q');
    await terminal.finished;
  });

  test('a lesson without questions says so', async () => {
    const initialScreen = { name: 'quiz', id: 'long' } as const;
    const terminal = openTerminal({ services: createMemoryServices(), initialScreen });
    await terminal.waitFor('There is no question here to ask.');
    terminal.press(keys.escape);
    await terminal.waitFor('LESSONS');
    terminal.press('q');
    await terminal.finished;
  });
});
