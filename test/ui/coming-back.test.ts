import { afterEach, describe, expect, test } from 'vitest';
import type { Lesson } from '../../src/model/course.ts';
import type { Screen } from '../../src/ui/screen.ts';
import { createMemoryServices, type MemoryServices } from './memory-services.ts';
import { keys, openTerminal, type TestTerminal } from './test-terminal.ts';

afterEach(() => {
  process.exitCode = undefined;
});

const endings: [string, (terminal: TestTerminal) => void][] = [
  ['q', (terminal) => terminal.press('q')],
  ['Ctrl-C', (terminal) => terminal.press(keys.ctrlC)],
  ['the window that is closed', () => process.emit('SIGHUP')],
];

async function leave(terminal: TestTerminal): Promise<void> {
  terminal.press(keys.ctrlC);
  await terminal.finished;
}

describe('a lesson', () => {
  const validation = (beat: 'say' | 'see' | 'run' | 'defend'): Screen => ({
    name: 'lesson',
    id: 'validation',
    beat,
  });
  const open = (services: MemoryServices, initialScreen?: Screen, size = {}) =>
    openTerminal({ services, initialScreen, ...size });
  /** Home, with the lesson marked and opened. */
  const openFromHome = async (services: MemoryServices) => {
    const terminal = open(services);
    await terminal.waitFor('? keys');
    terminal.press(keys.down, keys.down, keys.down, keys.enter);
    return terminal;
  };

  test.each(endings)('is come back to at its page after %s', async (_name, end) => {
    const services = createMemoryServices();
    const first = open(services, validation('say'));
    await first.waitFor('page 1 of 3');
    first.press(keys.enter);
    await first.waitFor('page 2 of 3');
    end(first);
    await first.finished;
    const second = await openFromHome(services);
    await second.waitFor('page 2 of 3');
    await leave(second);
  });

  test('Enter on what is next leads to the page, and a finished beat begins anew', async () => {
    const services = createMemoryServices();
    services.record({ kind: 'path-chosen', path: 'tomorrow' });
    const first = open(services);
    await first.waitFor('Next  Validation: Say it');
    first.press(keys.enter, keys.enter);
    await first.waitFor('page 2 of 3');
    await leave(first);
    const second = open(services);
    await second.waitFor('Next  Validation: Say it');
    second.press(keys.enter);
    await second.waitFor('page 2 of 3');
    second.press('G', keys.enter);
    await second.waitFor('Validation · See it');
    await leave(second);
    expect(services.readPlaces('validation')).toBeUndefined();
    const third = open(services, validation('say'));
    await third.waitFor('page 1 of 3');
    await leave(third);
  });

  test('is come back to at its question with the answer shown, what was not built notwithstanding', async () => {
    const services = createMemoryServices();
    services.record({ kind: 'path-chosen', path: 'tomorrow' });
    for (const beat of ['say', 'see', 'run'] as const)
      services.record({ kind: 'beat-finished', lesson: 'validation', beat });
    const first = open(services, validation('defend'));
    await first.waitFor('question 1 of 2');
    first.press(keys.enter, 'G', keys.enter);
    await first.waitFor('question 2 of 2');
    first.press(keys.enter);
    await first.waitFor('Key points');
    await leave(first);
    const second = open(services);
    await second.waitFor('Next  Validation: Defend it');
    second.press(keys.enter);
    const frame = await second.waitFor('question 2 of 2');
    expect(frame).toContain('Key points');
    second.press('G', keys.enter);
    await second.waitFor('read to the end');
    await second.waitFor('Next  Build it');
    await leave(second);
  });

  test('who only looked into a beat is led to what is open', async () => {
    const services = createMemoryServices();
    const first = open(services, validation('defend'));
    await first.waitFor('question 1 of 2');
    await leave(first);
    const second = await openFromHome(services);
    await second.waitFor('Validation · Say it');
    await leave(second);
  });

  test('is come back to at the prediction after those that were made', async () => {
    const services = createMemoryServices();
    const first = open(services, validation('run'));
    await first.waitFor('prediction 1 of 2');
    first.press(keys.enter);
    await first.waitFor('you said');
    first.press('G', keys.enter);
    await first.waitFor('prediction 2 of 2');
    first.press(keys.enter);
    await first.waitFor('404 Not Found');
    await leave(first);
    const second = open(services, validation('run'));
    await second.waitFor('prediction 2 of 2');
    await leave(second);
  });

  test('what was looked up is not where one was', async () => {
    const services = createMemoryServices();
    const first = open(services, validation('say'));
    await first.waitFor('page 1 of 3');
    first.press(keys.enter);
    await first.waitFor('page 2 of 3');
    first.press('/', 'starlette routes');
    await first.waitFor('▸ Who does the validation?');
    first.press(keys.enter);
    await first.waitFor('question 2 of 2');
    await leave(first);
    expect(services.readPlaces('validation')).toMatchObject({ beat: 'say' });
    expect(services.readPlaces('validation')?.defend).toBeUndefined();
  });

  test('opens at the nearest place where it has changed since', async () => {
    const services = createMemoryServices();
    const first = open(services, validation('say'));
    await first.waitFor('page 1 of 3');
    first.press('G');
    await first.waitFor('page 3 of 3');
    first.press('5');
    await first.waitFor('question 1 of 2');
    first.press(keys.enter, 'G', keys.enter);
    await first.waitFor('question 2 of 2');
    await leave(first);

    const lesson = await services.loadLesson('validation');
    const shorter: Lesson = {
      ...lesson,
      beats: { ...lesson.beats, say: lesson.beats.say.slice(0, 4) },
      questions: lesson.questions.slice(0, 1),
    };
    services.loadLesson = async () => shorter;
    const second = open(services, validation('defend'));
    await second.waitFor('question 1 of 1');
    await second.waitFor('What is in the body of a 422?');
    second.press('1');
    await second.waitFor('page 2 of 2');
    await leave(second);
  });

  test('in another window the same part of the page is in sight', async () => {
    const services = createMemoryServices();
    const first = open(services, validation('say'), { rows: 40 });
    await first.waitFor('page 1 of 3');
    first.press('G');
    await first.waitFor('Rule 20');
    await leave(first);
    const second = open(services, validation('say'), { columns: 60, rows: 18 });
    await second.waitFor('page 3 of 3');
    expect(second.frame()).toContain('Rule 6 of the order.');
    expect(second.frame()).not.toContain('Rule 1 of the order.');
    await leave(second);
  });

  test('that nothing can be kept is said, and the lesson goes on', async () => {
    const services = createMemoryServices();
    let warning: string | undefined;
    services.progressWarning = () => warning;
    const terminal = open(services, validation('say'));
    await terminal.waitFor('page 1 of 3');
    warning = 'Where you are cannot be kept.';
    terminal.press(keys.enter);
    await terminal.waitFor(warning);
    await terminal.waitFor('page 2 of 3');
    await leave(terminal);
  });
});

describe('a quiz', () => {
  const answers = (services: MemoryServices) =>
    services.events.flatMap((event) =>
      event.kind === 'question-answered' ? [event.question] : [],
    );
  const ofLesson = { name: 'quiz', id: 'what-is-fastapi', seed: 1 } as const;
  const openQuiz = (services: MemoryServices, initialScreen: Screen = ofLesson) =>
    openTerminal({ services, initialScreen });
  /** Two answers given, the third begun. */
  const leaveHalf = async (
    services: MemoryServices,
    initialScreen: Screen = ofLesson,
    end = (terminal: TestTerminal): void => terminal.press(keys.ctrlC),
  ) => {
    const terminal = openQuiz(services, initialScreen);
    await terminal.waitFor('find the bug · 1 of 4');
    terminal.press(keys.enter, 'n');
    await terminal.waitFor('say it · 2 of 4');
    terminal.press('uvicorn serves it', keys.enter);
    await terminal.waitFor('1 of 3 key points');
    terminal.press('n');
    await terminal.waitFor('predict the reply · 3 of 4');
    terminal.press(keys.down);
    await terminal.waitFor('▸ 422, one error');
    end(terminal);
    await terminal.finished;
  };
  const offer = 'Go on with the quiz of 17:42, 2 of 4 answered?';

  test.each(endings)('is gone on with after %s, and nothing counts twice', async (_name, end) => {
    const services = createMemoryServices();
    await leaveHalf(services, ofLesson, end);
    const terminal = openQuiz(services);
    await terminal.waitFor(offer);
    terminal.press(keys.enter);
    await terminal.waitFor('predict the reply · 3 of 4');
    expect(terminal.frame()).toContain('▸ 422, one error');
    expect(answers(services)).toEqual(['no-limit', 'define-it']);
    terminal.press(keys.enter);
    await terminal.waitFor('✔ Right.');
    terminal.press('n');
    await terminal.waitFor('choose · 4 of 4');
    terminal.press(keys.enter, 'n');
    await terminal.waitFor('of 4');
    await terminal.waitFor('Read again');
    expect(answers(services)).toHaveLength(4);
    await leave(terminal);
    // Done, it is not offered any more.
    const again = openQuiz(services);
    await again.waitFor('1 of 4');
    await leave(again);
  });

  test('n begins a new one, and the one that was left is gone', async () => {
    const services = createMemoryServices();
    await leaveHalf(services);
    const terminal = openQuiz(services);
    await terminal.waitFor(offer);
    terminal.press('n');
    await terminal.waitFor('1 of 4');
    await leave(terminal);
    expect(services.readQuizzes()).toEqual([]);
  });

  test('Esc leaves the offer as it is', async () => {
    const services = createMemoryServices();
    await leaveHalf(services);
    const terminal = openQuiz(services);
    await terminal.waitFor(offer);
    terminal.press(keys.escape);
    await terminal.waitFor('LESSONS');
    await leave(terminal);
    expect(services.readQuizzes()).toHaveLength(1);
  });

  test('other arguments begin a new one; z on the course map offers the latest', async () => {
    const services = createMemoryServices();
    await leaveHalf(services);
    const other = openQuiz(services, { ...ofLesson, count: 3 });
    await other.waitFor('1 of 3');
    await leave(other);
    const home = openTerminal({ services });
    await home.waitFor('? keys');
    home.press('z');
    await home.waitFor(offer);
    expect(home.frame()).toContain('Quiz · What FastAPI is');
    home.press(keys.enter);
    await home.waitFor('predict the reply · 3 of 4');
    // Looked up and left again, it is not asked about once more.
    home.press(keys.enter);
    await home.waitFor('✔ Right.');
    home.press('y');
    await home.waitFor('What FastAPI is · See it');
    home.press(keys.escape);
    await home.waitFor('✔ Right.');
    home.press(keys.escape);
    await home.waitFor('3 answers are kept. For a day, z in Defend it goes on with the quiz.');
    await leave(home);
  });

  test('without an answer there is nothing to go on with', async () => {
    const services = createMemoryServices();
    const terminal = openQuiz(services);
    await terminal.waitFor('find the bug · 1 of 4');
    terminal.press(keys.down);
    await leave(terminal);
    expect(services.readQuizzes()).toEqual([]);
  });

  test('where nothing can be kept it does not promise another day', async () => {
    const services = createMemoryServices();
    services.isLeftKept = () => false;
    const terminal = openQuiz(services);
    await terminal.waitFor('find the bug · 1 of 4');
    terminal.press(keys.enter);
    await terminal.waitFor('The bug is in line 8');
    terminal.press(keys.escape);
    await terminal.waitFor('1 answer is kept. Until you quit, z in Defend it goes on');
    await leave(terminal);
  });

  test('a question that is gone is dropped; where all are, a new one begins', async () => {
    const services = createMemoryServices();
    await leaveHalf(services);
    const { loadLesson } = services;
    const keepOnly = (...ids: string[]) => {
      services.loadLesson = async (id) => {
        const lesson = await loadLesson(id);
        return { ...lesson, questions: lesson.questions.filter((one) => ids.includes(one.id)) };
      };
    };
    keepOnly('define-it', 'which-status');
    const second = openQuiz(services);
    await second.waitFor(offer);
    second.press(keys.enter);
    await second.waitFor('choose · 2 of 2');
    await leave(second);
    keepOnly('which-status');
    const third = openQuiz(services);
    await third.waitFor(offer);
    third.press(keys.enter);
    await third.waitFor('choose · 1 of 1');
    await third.waitFor('The questions of that quiz have changed since: this is a new one.');
    await leave(third);
  });
});
