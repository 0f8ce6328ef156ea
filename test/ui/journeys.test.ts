import { describe, expect, test } from 'vitest';
import type { NewProgressEvent } from '../../src/model/progress.ts';
import { createMemoryServices, failedVerdict, passedVerdict } from './memory-services.ts';
import { openPictures } from './pictures-services.ts';
import { keys, openTerminal } from './test-terminal.ts';

const exerciseScreen = { name: 'exercise', id: 'predict/answer-422' } as const;

test('from the first start to the first beat', async () => {
  const services = createMemoryServices({ hasWorkspace: false });
  const terminal = openTerminal({ services });
  await terminal.waitFor('Press Enter to make it');
  terminal.press(keys.enter);
  await terminal.waitFor('✔ Made /home/me/api-labs.');
  terminal.press(keys.enter);
  await terminal.waitFor('beat 1 of 5');
  terminal.press(keys.enter);
  await terminal.waitFor('✔ Say it');
  expect(services.events).toEqual([
    { kind: 'beat-finished', lesson: 'what-is-fastapi', beat: 'say' },
  ]);
  terminal.press('q');
  await terminal.finished;
});

test('a beat is read page by page, back and forth, and each key goes on where the page ends', async () => {
  const services = createMemoryServices();
  const initialScreen = { name: 'lesson', id: 'validation', beat: 'say' } as const;
  const terminal = openTerminal({ services, initialScreen });
  const first = await terminal.waitFor('page 1 of 3');
  expect(first).not.toContain('All at once');
  expect(first).not.toContain('page before');
  terminal.press(keys.enter);
  expect(await terminal.waitFor('page 2 of 3')).toContain('u page before');
  terminal.press(keys.down);
  await terminal.waitFor('page 3 of 3');
  terminal.press(keys.enter);
  await terminal.waitFor('Rule 13 of');
  terminal.press('u');
  await terminal.waitFor('page 2 of 3');
  terminal.press('G');
  await terminal.waitFor('Enter on to See it');
  terminal.press('g');
  await terminal.waitFor('page 1 of 3');
  expect(services.events).toEqual([]);
  terminal.press('G');
  await terminal.waitFor('Enter on to See it');
  terminal.press(keys.enter);
  await terminal.waitFor('✔ Say it');
  expect(services.events).toHaveLength(1);
  terminal.press('q');
  await terminal.finished;
});

test('a path is chosen on the course map, and what is next follows it', async () => {
  const services = createMemoryServices();
  const terminal = openTerminal({ services });
  await terminal.waitFor('● properly');
  terminal.press('p');
  const frame = await terminal.waitFor('● tomorrow 20 min');
  expect(frame).toContain('Next  Validation: Say it');
  expect(frame).toContain('20 min left');
  terminal.press('p');
  await terminal.waitFor('Next  What FastAPI is: Say it');
  expect(services.events).toEqual([
    { kind: 'path-chosen', path: 'tomorrow' },
    { kind: 'path-chosen', path: 'week' },
  ]);
  terminal.press('q');
  await terminal.finished;
});

test('that a port is taken is said when the lab starts, not with each prediction', async () => {
  const services = createMemoryServices();
  services.portNote = 'Port 8000 is taken, so it runs on 8001.';
  const initialScreen = { name: 'lesson', id: 'validation', beat: 'run' } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('prediction 1 of 2');
  terminal.press(keys.enter);
  await terminal.waitFor('so it runs on 8001');
  await terminal.waitFor('the lab answered');
  terminal.press('G', keys.enter);
  await terminal.waitFor('prediction 2 of 2');
  terminal.press(keys.enter);
  const frame = await terminal.waitFor(/you said/);
  expect(frame).not.toContain('8001');
  terminal.press('q');
  await terminal.finished;
});

test('after an exercise one goes on in its lesson, and is told where to', async () => {
  const services = createMemoryServices();
  services.record({ kind: 'path-chosen', path: 'tomorrow' });
  for (const beat of ['say', 'see', 'run'] as const) {
    services.record({ kind: 'beat-finished', lesson: 'validation', beat });
  }
  services.nextVerdict = () => passedVerdict;
  const initialScreen = { name: 'exercise', id: 'predict/answer-422' } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('watching');
  terminal.press('g');
  await terminal.waitFor('Enter goes on to Validation, Defend it');
  terminal.press(keys.enter);
  await terminal.waitFor('Validation · Defend it');
  terminal.press('q');
  await terminal.finished;
});

test('a prediction is sent to the lab, compared and recorded; the request can be edited', async () => {
  const services = createMemoryServices();
  const initialScreen = { name: 'lesson', id: 'validation', beat: 'run' } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('What will FastAPI answer?');
  terminal.press(keys.down, keys.enter);
  await terminal.waitFor('✔ you said it       422, one error');
  expect(services.events).toContainEqual({
    kind: 'prediction',
    lesson: 'validation',
    prediction: 'text-as-number',
    choice: '422, one error',
    isRight: true,
  });
  terminal.press('e');
  await terminal.waitFor('valid JSON');
  terminal.press('x');
  await terminal.waitFor('not valid JSON');
  terminal.press(keys.ctrlS);
  await terminal.waitFor('Sent again');
  expect(services.sent.map(({ body }) => body)).toEqual([
    '{"feature1": "1.5"}',
    '{"feature1": "1.5"}x',
  ]);
  terminal.press('c');
  await terminal.waitFor('✔ Copied.');
  expect(services.copied[0]).toContain('curl -i -X POST http://127.0.0.1:8000/predict');
  terminal.press('?');
  await terminal.waitFor('This screen');
  terminal.press(keys.escape);
  await terminal.waitFor('Sent again');
  terminal.press('q');
  await terminal.finished;
});

test('what is searched for is opened at its place, and left for what was there', async () => {
  const services = createMemoryServices();
  const initialScreen = { name: 'lesson', id: 'validation', beat: 'see' } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('The same input, declared twice.');
  terminal.press('/', 'starlete');
  await terminal.waitFor('1 found');
  await terminal.waitFor('✘ Starlette.');
  terminal.press(keys.enter);
  const frame = await terminal.waitFor('question 2 of 2');
  expect(frame).toContain('Who does the validation?');
  terminal.press(keys.escape);
  await terminal.waitFor('The same input, declared twice.');
  terminal.press('/', 'nowhere', keys.enter);
  await terminal.waitFor('prediction 2 of 2');
  terminal.press(keys.escape);
  await terminal.waitFor('The same input, declared twice.');
  terminal.press('/', 'point 12', keys.enter);
  await terminal.waitFor('Point 12 of the comparison.');
  terminal.press(keys.escape);
  await terminal.waitFor('The same input, declared twice.');
  terminal.press('/', 'answer 422 like', keys.enter);
  await terminal.waitFor('· Answer 422 like FastAPI');
  terminal.press('q');
  await terminal.finished;
});

test('a search that cannot be made says why and can be left', async () => {
  const services = createMemoryServices();
  services.search = async () => {
    throw new Error('The built course has no usable search.json.');
  };
  const terminal = openTerminal({ services });
  await terminal.waitFor('? keys');
  terminal.press('/', 'pydantic');
  await terminal.waitFor('✘ The built course has no usable search.json.');
  terminal.press(keys.enter);
  await terminal.waitFor('That did not work');
  terminal.press(keys.escape);
  await terminal.waitFor('? keys');
  terminal.press('q');
  await terminal.finished;
});

test('a lab that does not start says why where the answer would be', async () => {
  const services = createMemoryServices();
  services.startLab = async () => ({
    kind: 'broken',
    message: 'The lab ended before it answered.',
    remedy: 'Run api-labs doctor.',
    afterMs: 5,
    output: '',
  });
  const initialScreen = { name: 'lesson', id: 'validation', beat: 'run' } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('What will FastAPI answer?');
  terminal.press(keys.enter);
  const frame = await terminal.waitFor('✘ The lab ended before it answered.');
  expect(frame).toContain('Run api-labs doctor.');
  terminal.press('q');
  await terminal.finished;
});

test('requests from elsewhere are in the log of the lab', async () => {
  const services = createMemoryServices();
  const terminal = openTerminal({ services, initialScreen: { name: 'lab', id: 'predict' } });
  await terminal.waitFor('no request yet');
  services.labListener({
    kind: 'exchange',
    exchange: {
      request: { method: 'GET', path: '/docs', headers: {} },
      response: { status: 200, headers: {}, body: '' },
      durationMs: 2,
    },
  });
  await terminal.waitFor('200 GET /docs');
  terminal.press('d');
  await terminal.waitFor('Opened http://127.0.0.1:8000/docs.');
  terminal.press('s');
  await terminal.waitFor('○ stopped');
  terminal.press('q');
  await terminal.finished;
});

test('the newest save wins; the run before it is aborted', async () => {
  const services = createMemoryServices();
  const signals: (AbortSignal | undefined)[] = [];
  services.nextVerdict = (signal) => {
    signals.push(signal);
    if (signals.length > 1) return passedVerdict;
    return new Promise((resolve) =>
      signal?.addEventListener('abort', () => resolve(failedVerdict)),
    );
  };
  const terminal = openTerminal({ services, initialScreen: exerciseScreen });
  await terminal.waitFor('watching');
  services.save();
  const frame = await terminal.waitFor('Running the checks');
  expect(frame).toContain('✔ answers 200 for two numbers');
  services.save();
  await terminal.waitFor('✔ passed   2 of 2 checks');
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
  const verdicts = services.events.filter(({ kind }) => kind === 'verdict');
  expect(verdicts).toMatchObject([{ status: 'passed', passed: 2, total: 2 }]);
  terminal.press('q');
  await terminal.finished;
});

test('hints come one at a time and are recorded; the solution is asked for twice', async () => {
  const services = createMemoryServices();
  const terminal = openTerminal({ services, initialScreen: exerciseScreen });
  await terminal.waitFor('watching');
  terminal.press('h');
  await terminal.waitFor('press g to grade first');
  terminal.press('g');
  await terminal.waitFor('graded in');
  terminal.press('h');
  await terminal.waitFor('Hint 1 of 3');
  terminal.press('h');
  await terminal.waitFor('Hint 2 of 3');
  terminal.press('h');
  await terminal.waitFor('Hint 3 of 3');
  terminal.press('h');
  await terminal.waitFor('That was the last hint.');
  terminal.press('s');
  await terminal.waitFor('Press s again');
  terminal.press('j');
  await terminal.waitForAbsence('Press s again');
  terminal.press('s');
  await terminal.waitFor('Press s again');
  terminal.press('s');
  await terminal.waitFor('+ export default new Hono();');
  expect(services.events.map(({ kind }) => kind)).toEqual([
    'verdict',
    'hint-shown',
    'hint-shown',
    'hint-shown',
    'solution-shown',
  ]);
  terminal.press('q');
  await terminal.finished;
});

test('the lesson that explains a failure is a key away, and the verdict is still there after it', async () => {
  const terminal = openTerminal({
    services: createMemoryServices(),
    initialScreen: exerciseScreen,
  });
  await terminal.waitFor('watching');
  terminal.press('g');
  await terminal.waitFor('graded in');
  terminal.press('y');
  await terminal.waitFor('2 Validation · See it');
  terminal.press(keys.escape);
  await terminal.waitFor('graded in 84 ms');
  terminal.press('q');
  await terminal.finished;
});

test('a reset is asked for twice', async () => {
  const services = createMemoryServices();
  const terminal = openTerminal({ services, initialScreen: exerciseScreen });
  await terminal.waitFor('watching');
  terminal.press('r');
  await terminal.waitFor('Press r again');
  terminal.press('r');
  await terminal.waitFor('The starter is back');
  expect(services.events).toEqual([{ kind: 'exercise-reset', exercise: 'predict/answer-422' }]);
  terminal.press('q');
  await terminal.finished;
});

test('a service that throws is a line at the foot', async () => {
  const services = createMemoryServices();
  services.copyToClipboard = async () => {
    throw new Error('no clipboard here');
  };
  services.loadLesson = async () => {
    throw new Error('lesson file is gone');
  };
  const terminal = openTerminal({ services, initialScreen: { name: 'lab', id: 'predict' } });
  await terminal.waitFor('127.0.0.1:8000');
  terminal.press('c');
  await terminal.waitFor('✘ That did not work: no clipboard here');
  terminal.press('/', 'valid', keys.enter);
  await terminal.waitFor('This lesson could not be opened: lesson file is gone');
  terminal.press('q');
  await terminal.finished;
});

test('an exercise without a workspace offers to make it', async () => {
  const services = createMemoryServices({ hasWorkspace: false });
  const terminal = openTerminal({ services, initialScreen: exerciseScreen });
  await terminal.waitFor('w make the folder');
  terminal.press('w');
  await terminal.waitFor('watching');
  terminal.press('q');
  await terminal.finished;
});

test('an earlier attempt is compared, asked for twice and put back', async () => {
  const services = createMemoryServices();
  const terminal = openTerminal({ services, initialScreen: exerciseScreen });
  await terminal.waitFor('watching');
  services.handlerText = 'export default 1;\n';
  terminal.press('g');
  await terminal.waitFor('graded in');
  services.handlerText = 'export default 2;\n';
  terminal.press('a');
  await terminal.waitFor('▸   1');
  terminal.press('d');
  await terminal.waitFor('+ export default 2;');
  terminal.press(keys.escape);
  await terminal.waitFor('what changed');
  terminal.press('r');
  await terminal.waitFor('Put the file of attempt 1 back?');
  terminal.press('j');
  await terminal.waitForAbsence('Put the file');
  terminal.press('r');
  await terminal.waitFor('Put the file of attempt 1 back?');
  expect(services.restored).toEqual([]);
  terminal.press('r');
  await terminal.waitFor('✔ Your handler is the file of attempt 1 again.');
  expect(services.restored).toEqual([1]);
  terminal.press(keys.escape);
  await terminal.waitFor('watching');
  terminal.press('q');
  await terminal.finished;
});

test('a kept file that is gone, and an attempt without one, are said', async () => {
  const services = createMemoryServices();
  const terminal = openTerminal({ services, initialScreen: exerciseScreen });
  await terminal.waitFor('watching');
  terminal.press('g');
  await terminal.waitFor('graded in');
  services.snapshots = {};
  services.record({
    kind: 'verdict',
    exercise: 'predict/answer-422',
    status: 'broken',
    passed: 0,
    total: 0,
    durationMs: 3,
  });
  terminal.press('a');
  await terminal.waitFor('(no file kept)');
  terminal.press('r');
  await terminal.waitFor('No file was kept with attempt 2.');
  terminal.press('j', keys.enter);
  await terminal.waitFor('The file of attempt 1 is gone');
  terminal.press('q');
  await terminal.finished;
});

test('play: send, keep the reply as a check, drop it; back at the exercise it is graded anew', async () => {
  const services = createMemoryServices();
  const graded: string[] = [];
  services.nextVerdict = () => {
    graded.push('graded');
    return passedVerdict;
  };
  const terminal = openTerminal({ services, initialScreen: exerciseScreen });
  await terminal.waitFor('watching');
  terminal.press('g');
  await terminal.waitFor('✔ passed');
  terminal.press('p');
  await terminal.waitFor('● http://127.0.0.1:8000');
  terminal.press('a');
  await terminal.waitFor('Send a request first');
  terminal.press(keys.enter);
  await terminal.waitFor('200 OK');
  terminal.press('a');
  await terminal.waitFor('▸ status 200 and this JSON body');
  terminal.press(keys.down);
  await terminal.waitFor('▸ status 200, whatever the body');
  terminal.press(keys.up, keys.enter);
  await terminal.waitFor('✔ Kept as mine-1');
  const file = '/home/me/api-labs/predict/answer-422/handler.ts';
  expect(await services.readOwnChecks(file, 'predict/answer-422')).toMatchObject({
    checks: [{ id: 'mine-1', expect: { status: 200, json: { prediction: 1 } } }],
  });
  terminal.press('o');
  await terminal.waitFor('▸ mine-1');
  terminal.press('x');
  await terminal.waitFor('Press x again');
  terminal.press('x');
  await terminal.waitFor('None yet.');
  terminal.press(keys.escape);
  await terminal.waitFor('Enter send');
  expect(graded).toHaveLength(1);
  terminal.press(keys.escape);
  await terminal.waitFor('✔ passed');
  await expect.poll(() => graded.length).toBe(2);
  expect(services.runningLabs()).toEqual({});
  terminal.press('q');
  await terminal.finished;
});

test('play: what was thrown stands above the reply; after a bad save it is down, after a good one back', async () => {
  const services = createMemoryServices();
  const file = '/home/me/api-labs/predict/answer-422/handler.ts';
  const error = { message: 'kaputt', file, line: 4, sourceLine: "throw new Error('kaputt');" };
  services.send = async (_url, request) => {
    const { method, path } = request;
    services.labListener({ kind: 'threw', method, path, error });
    return { request, response: { status: 500, headers: {}, body: 'no' }, durationMs: 2 };
  };
  const initialScreen = { name: 'play', id: file } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('● http://127.0.0.1:8000');
  expect(terminal.frame()).toContain('play · handler.ts');
  terminal.press(keys.enter);
  await terminal.waitFor("handler.ts:4   throw new Error('kaputt');");
  expect(terminal.frame()).toContain('threw at handler.ts:4: kaputt');
  terminal.press('a');
  await terminal.waitFor('start with --exercise <id>');

  services.downtime = { message: 'It has a syntax error.', remedy: 'Correct the line.' };
  services.labListener({ kind: 'restarting' });
  await terminal.waitFor('starting …');
  services.labListener({ kind: 'down', ...services.downtime });
  await terminal.waitFor('✘ It has a syntax error.');
  expect(terminal.frame()).toContain('✘ not running');
  services.downtime = undefined;
  services.labListener({ kind: 'restarting' });
  services.labListener({ kind: 'serving', isRestart: true });
  await terminal.waitFor('restarted after a save');
  await terminal.waitFor('● http://127.0.0.1:8000');
  terminal.press('q');
  await terminal.finished;
});

test('play: the docs key opens what the app serves, and says so when it serves none', async () => {
  const services = createMemoryServices();
  let served = ['/docs', '/openapi.json'];
  services.send = async (_url, request) => ({
    request,
    response: { status: served.includes(request.path) ? 200 : 404, headers: {}, body: '' },
    durationMs: 1,
  });
  const initialScreen = { name: 'play', id: '/x/handler.ts' } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('● http');
  terminal.press('d');
  await terminal.waitFor('Opened http://127.0.0.1:8000/docs.');
  served = ['/openapi.json'];
  terminal.press('d');
  await terminal.waitFor('no /docs page');
  served = [];
  terminal.press('d');
  await terminal.waitFor('Your app serves no docs');
  expect(services.opened).toEqual([
    'http://127.0.0.1:8000/docs',
    'http://127.0.0.1:8000/openapi.json',
  ]);
  terminal.press('q');
  await terminal.finished;
});

test('play: a request of one’s own is written in the editor, which says what is out of sight', async () => {
  const services = createMemoryServices();
  const initialScreen = { name: 'play', id: '/x/handler.ts' } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('a request of your own');
  terminal.press('e');
  await terminal.waitFor('no body');
  terminal.press('mine', keys.tab, keys.tab);
  for (let line = 0; line < 30; line++) terminal.press('1', keys.enter);
  await terminal.waitFor(/↑ \d+ more/);
  for (let line = 0; line < 30; line++) terminal.press(keys.up);
  await terminal.waitFor(/↓ \d+ more/);
  terminal.press(keys.ctrlS);
  await terminal.waitFor('404 Not Found');
  terminal.press(keys.enter);
  await expect.poll(() => services.sent.map(({ path }) => path)).toEqual(['/mine', '/mine']);
  terminal.press('q');
  await terminal.finished;
});

test('a slow grade shows the time it has left, and Esc ends it', async () => {
  const services = createMemoryServices();
  const aborted = Promise.withResolvers<void>();
  services.nextVerdict = (signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => {
        aborted.resolve();
        reject(signal.reason);
      });
    });
  services.deadlineMs = 100_000;
  const terminal = openTerminal({ services, initialScreen: exerciseScreen });
  await terminal.waitFor('watching');
  terminal.press('g');
  const frame = await terminal.waitFor(/\d\d s left before it counts as stuck/);
  expect(frame).toMatch(/Running the checks +\d\d s left/);
  expect(frame).toContain('Esc stop');
  terminal.press(keys.escape);
  await terminal.waitFor('Stopped without a verdict. g grades it again.');
  await aborted.promise;
  expect(services.events).toEqual([]);
  services.nextVerdict = () => passedVerdict;
  terminal.press('g');
  await terminal.waitFor('✔ passed   2 of 2 checks');
  terminal.press('q');
  await terminal.finished;
});

test('a starter that was put in the place of a deleted handler is said', async () => {
  const services = createMemoryServices();
  const { openExercise } = services;
  const note = 'handler.ts was not there; the starter was put there.';
  services.openExercise = async (exercise) => ({ ...(await openExercise(exercise)), note });
  const terminal = openTerminal({ services, initialScreen: exerciseScreen });
  await terminal.waitFor(note);
  terminal.press('q');
  await terminal.finished;
});

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

  test('what was said is matched, and corrected with the number keys', async () => {
    const services = createMemoryServices();
    const terminal = openTerminal({ services, initialScreen: oneLesson });
    await terminal.waitFor('find the bug · 1 of 4');
    terminal.press(keys.enter, 'n');
    await terminal.waitFor('say it · 2 of 4');
    terminal.press('Types decklare it, uvicrn serves', keys.enter);
    await terminal.waitFor('✔ Right: 2 of 3 key points');
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
    await terminal.waitFor('✔ 1 answer is kept. z in Defend it goes on with the quiz.');
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

test('the way of a request lights up by itself, and of an edited one again', async () => {
  const services = openPictures();
  const initialScreen = { name: 'lesson', id: 'what-is-fastapi', beat: 'run' } as const;
  const terminal = openTerminal({ services, initialScreen, rows: 40 });
  await terminal.waitFor('Where is it stopped?');
  terminal.press(keys.enter);
  await terminal.waitFor('○ the way back');
  const frame = await terminal.waitFor('← 422 Unprocessable Content  through sessions → CORS');
  expect(frame).toContain('✘ validation');
  terminal.press('e');
  await terminal.waitFor('valid JSON');
  terminal.press(keys.ctrlS);
  await terminal.waitFor('Sent again');
  await terminal.waitFor('← 422');
  // Back at a step that was answered, nothing is lit anew.
  terminal.press('G', keys.enter);
  await terminal.waitFor('Enter send all');
  terminal.press('u');
  expect(await terminal.waitFor('The way of this request')).toContain('← 422');
  terminal.press('q');
  await terminal.finished;
});

test('requests sent at once are bars; r sends them again, and a lab that is gone says so', async () => {
  const services = openPictures();
  const { send } = services;
  const initialScreen = { name: 'lesson', id: 'what-is-fastapi', beat: 'run' } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('Where is it stopped?');
  terminal.press(keys.enter);
  await terminal.waitFor('Enter the whole way');
  terminal.press(keys.enter);
  await terminal.waitFor('← 422');
  terminal.press('G', keys.enter);
  await terminal.waitFor('Enter send all');
  const held = Promise.withResolvers<void>();
  services.send = async (...request) => {
    if (request[1].path === '/wait/300') await held.promise;
    return send(...request);
  };
  terminal.press(keys.enter);
  const growing = await terminal.waitFor('302 ms');
  expect(growing).toMatch(/GET \/wait\/300 +░+ +…/);
  expect(growing).not.toContain('Both wait');
  held.resolve();
  await terminal.waitFor('Both wait for the one that holds the loop.');
  expect(services.sent).toHaveLength(1);
  services.send = async (_url, request) => ({
    request,
    durationMs: 1,
    failure: 'Nothing listens there any more. Start the lab again.',
  });
  terminal.press('r');
  const lost = await terminal.waitFor('✘ Nothing listens there any more.');
  expect(lost).toContain('Enter tries again, → goes on without it.');
  services.send = send;
  terminal.press(keys.enter);
  await terminal.waitFor('Both wait for the one that holds the loop.');
  terminal.press('q');
  await terminal.finished;
});

test('a timeline whose lab does not start says why', async () => {
  const services = openPictures();
  const { startLab } = services;
  const initialScreen = { name: 'lesson', id: 'what-is-fastapi', beat: 'run' } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('Where is it stopped?');
  terminal.press(keys.enter);
  await terminal.waitFor('Enter the whole way');
  terminal.press(keys.enter);
  await terminal.waitFor('← 422');
  terminal.press('G', keys.enter);
  await terminal.waitFor('Enter send all');
  await services.runningLabs().predict?.stop();
  services.startLab = async () => ({
    kind: 'broken',
    message: 'The lab ended before it answered.',
    remedy: 'Run api-labs doctor.',
    afterMs: 5,
    output: '',
  });
  terminal.press(keys.enter);
  const frame = await terminal.waitFor('✘ The lab ended before it answered.');
  expect(frame).toContain('Run api-labs doctor.');
  services.startLab = startLab;
  terminal.press(keys.enter);
  await terminal.waitFor('Both wait for the one that holds the loop.');
  terminal.press('q');
  await terminal.finished;
});

test('w draws the way of any request to a lab, and of a handler says that it tells none', async () => {
  const services = openPictures();
  const lab = openTerminal({ services, initialScreen: { name: 'lab', id: 'predict' } });
  await lab.waitFor('127.0.0.1:8000');
  lab.press('w');
  await lab.waitFor('Send a request first: w draws its way.');
  lab.press(keys.down, keys.enter);
  await lab.waitFor('w way');
  lab.press('w');
  await lab.waitFor('← 422');
  expect(lab.frame()).toContain('w reply');
  lab.press('w');
  await lab.waitFor('▲ feature2: Field required');
  lab.press('q');
  await lab.finished;

  const own = createMemoryServices();
  const { send } = own;
  own.send = async (...request) => {
    const exchange = { ...(await send(...request)), clientPort: 41_000 };
    own.labListener({ kind: 'exchange', exchange });
    return exchange;
  };
  const play = openTerminal({
    services: own,
    initialScreen: { name: 'play', id: '/x/handler.ts' },
  });
  await play.waitFor('● http');
  play.press(keys.enter);
  await play.waitFor('404 Not Found');
  play.press('w');
  await play.waitFor('only the labs do');
  play.press('q');
  await play.finished;
});

test('a schema grows into view first, then field by field, and then one reads on', async () => {
  const services = openPictures();
  const lessonOf = services.loadLesson;
  services.loadLesson = async (id) => {
    const lesson = await lessonOf(id);
    const [text, schema] = lesson.beats.see;
    if (text === undefined || schema === undefined) throw new Error('the fixture has changed');
    const before = Array.from({ length: 7 }, () => text);
    return { ...lesson, beats: { ...lesson.beats, see: [...before, schema, text] } };
  };
  const initialScreen = { name: 'lesson', id: 'what-is-fastapi', beat: 'see' } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('predict/main.py');
  terminal.press(keys.enter);
  await terminal.waitFor('Enter next field');
  for (const field of ['feature1', 'feature2']) {
    terminal.press(keys.enter);
    await terminal.waitFor(`▸     ${field}: float`);
  }
  expect(terminal.frame()).toContain('Enter next field');
  terminal.press(keys.enter);
  await terminal.waitForAbsence('Enter next field');
  terminal.press('q');
  await terminal.finished;
});
