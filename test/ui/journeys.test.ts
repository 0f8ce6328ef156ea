import { expect, test } from 'vitest';
import { lab, lessons } from './course-fixture.ts';
import { createMemoryServices, failedVerdict, passedVerdict } from './memory-services.ts';
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
  const frame = await terminal.waitFor('● tomorrow 23 min');
  expect(frame).toContain('Next  Validation: Say it');
  expect(frame).toContain('23 min left');
  terminal.press('p');
  await terminal.waitFor('Next  What FastAPI is: Say it');
  expect(services.events).toEqual([
    { kind: 'path-chosen', path: 'tomorrow' },
    { kind: 'path-chosen', path: 'week' },
  ]);
  terminal.press('q');
  await terminal.finished;
});

test('the course map is gone through by pages', async () => {
  const terminal = openTerminal({ services: createMemoryServices(), columns: 60, rows: 18 });
  await terminal.waitFor('▸ Next');
  terminal.press(keys.pageDown);
  expect(await terminal.waitFor('▸   predict')).toContain('Answer 422');
  terminal.press('b');
  await terminal.waitFor('▸ Next');
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

test('that a port is taken is not said where another lab of this session has it', async () => {
  const services = createMemoryServices();
  services.loadLab = async (id) => ({ ...lab, id });
  services.runningLabs = () => ({});
  const terminal = openTerminal({ services, initialScreen: { name: 'lab', id: 'hello' } });
  await terminal.waitFor('● http://127.0.0.1:8000');
  services.portNote = 'Port 8000 is taken, so it runs on 8001.';
  terminal.press('H');
  await terminal.waitFor('▸ Next');
  terminal.press('/', 'leaves the other out', keys.enter);
  await terminal.waitFor('prediction 1 of 2');
  terminal.press(keys.enter);
  expect(await terminal.waitFor('the lab answered')).not.toContain('8001');
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
  // The other exercise of this lesson stands on longer paths only.
  expect(await terminal.waitFor('Validation · Defend it')).toContain('✔ Build it');
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
  await terminal.waitFor('/ starlete  typing replaces it');
  await terminal.waitFor('✘ Starlette.');
  terminal.press(keys.escape);
  await terminal.waitFor('The same input, declared twice.');
  terminal.press('/', 'nowhere', keys.enter);
  await terminal.waitFor('prediction 2 of 2');
  terminal.press(keys.escape);
  await terminal.waitFor('/ nowhere  typing');
  terminal.press(keys.escape);
  await terminal.waitFor('The same input, declared twice.');
  terminal.press('/', 'point 12', keys.enter);
  await terminal.waitFor('Point 12 of the comparison.');
  terminal.press(keys.escape);
  await terminal.waitFor('/ point 12  typing');
  terminal.press(keys.escape);
  await terminal.waitFor('The same input, declared twice.');
  terminal.press('/', 'answer 422 like', keys.enter);
  await terminal.waitFor('· Answer 422 like FastAPI');
  terminal.press('q');
  await terminal.finished;
});

test('a search is come back to at its mark, and once more over what was found', async () => {
  const terminal = openTerminal({ services: createMemoryServices() });
  await terminal.waitFor('? keys');
  terminal.press('/', 'pydantic');
  await terminal.waitFor('3 found');
  terminal.press(keys.down, keys.down);
  const marked = (frame: string) => frame.split('\n').findIndex((line) => line.startsWith(' ▸'));
  const before = await terminal.waitFor(/\n( {3}.*\n){2} ▸/);
  terminal.press(keys.enter);
  await terminal.waitForAbsence('3 found');
  terminal.press(keys.escape);
  await terminal.waitFor('/ pydantic  typing replaces it');
  const after = await terminal.waitFor(' ▸ ');
  expect(marked(after)).toBe(marked(before));
  expect(after).toContain('3 found');
  terminal.press(keys.right, ' text');
  await terminal.waitFor('/ pydantic text');
  terminal.press(keys.escape);
  await terminal.waitFor('▸ Next');
  terminal.press('/', 'float');
  await terminal.waitFor('/ float');
  await terminal.waitForAbsence('/ pydantic');
  terminal.press(keys.ctrlC);
  await terminal.finished;
});

test('a lesson is come back to at the page and the question where it was left', async () => {
  const initialScreen = { name: 'lesson', id: 'validation', beat: 'say' } as const;
  const terminal = openTerminal({ services: createMemoryServices(), initialScreen });
  await terminal.waitFor('page 1 of 3');
  terminal.press(keys.enter);
  await terminal.waitFor('page 2 of 3');
  terminal.press('/', 'answer 422 like', keys.enter);
  await terminal.waitFor('· Answer 422 like FastAPI');
  terminal.press(keys.escape);
  await terminal.waitFor('/ answer 422 like');
  terminal.press(keys.escape);
  await terminal.waitFor('page 2 of 3');
  terminal.press('5');
  await terminal.waitFor('question 1 of 2');
  terminal.press('G', keys.enter);
  await terminal.waitFor('Key points');
  terminal.press('G', keys.enter);
  await terminal.waitFor('question 2 of 2');
  terminal.press('z');
  await terminal.waitFor('Quiz · Validation');
  terminal.press(keys.escape);
  await terminal.waitFor('question 2 of 2');
  // Read to its end, it begins anew.
  terminal.press('G', keys.enter);
  await terminal.waitFor('Key points');
  terminal.press('G', keys.enter);
  await terminal.waitFor('read to the end');
  terminal.press(keys.down, keys.down, keys.down, keys.enter, '1');
  await terminal.waitFor('page 1 of 3');
  terminal.press('5');
  await terminal.waitFor('question 1 of 2');
  terminal.press('q');
  await terminal.finished;
});

test('what is next is as long as its reading, or as its questions', async () => {
  const services = createMemoryServices();
  const lesson = 'what-is-fastapi';
  for (const beat of ['say', 'see', 'run'] as const) {
    const terminal = openTerminal({ services });
    await terminal.waitFor(/Next {2}What FastAPI is: .* about 2 min/);
    terminal.press('q');
    await terminal.finished;
    services.record({ kind: 'beat-finished', lesson, beat });
  }
  const terminal = openTerminal({ services });
  await terminal.waitFor(/Next {2}What FastAPI is: Defend it +4 questions/);
  terminal.press('q');
  await terminal.finished;
});

test('a search under way does not say that nothing is found', async () => {
  const services = createMemoryServices();
  services.search = () => new Promise(() => {});
  const terminal = openTerminal({ services, initialScreen: { name: 'search' } });
  await terminal.waitFor('6 found');
  terminal.press('thread');
  expect(await terminal.waitFor('/ thread')).toContain('looking …');
  terminal.press(keys.ctrlC);
  await terminal.finished;
});

test('a lab without anything to watch says so', async () => {
  const services = createMemoryServices();
  const terminal = openTerminal({ services, initialScreen: { name: 'lab', id: 'predict' } });
  await terminal.waitFor('● http://127.0.0.1:8000');
  terminal.press('v');
  await terminal.waitFor('In this lab there is nothing to watch live.');
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

test('a new verdict is read from its top, wherever the one before was scrolled to', async () => {
  const services = createMemoryServices();
  const output = Array.from({ length: 9 }, (_, line) => `printed ${line + 1}`).join('\n');
  services.nextVerdict = () => ({ ...failedVerdict, output });
  const size = { columns: 60, rows: 18 };
  const terminal = openTerminal({ services, initialScreen: exerciseScreen, ...size });
  await terminal.waitFor('watching');
  terminal.press('g');
  await terminal.waitFor('✘ failed   1 of 2');
  terminal.press('G');
  await terminal.waitFor('printed 9');
  services.save();
  await terminal.waitFor('✘ failed   1 of 2');
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

test('the lesson that explains is left for the exercise, although the exercise was opened from it', async () => {
  const initialScreen = { name: 'lesson', id: 'validation', beat: 'build' } as const;
  const terminal = openTerminal({ services: createMemoryServices(), initialScreen });
  await terminal.waitFor('▸ Type the input');
  terminal.press(keys.down, keys.enter);
  await terminal.waitFor('watching');
  terminal.press('g');
  await terminal.waitFor('graded in');
  terminal.press('y');
  await terminal.waitFor('2 Validation · See it');
  terminal.press(keys.escape);
  await terminal.waitFor('graded in 84 ms');
  terminal.press(keys.escape);
  await terminal.waitFor('2 Validation · Build it');
  terminal.press('q');
  await terminal.finished;
});

test('at its end a lesson says that exercises are left, where the own path has some', async () => {
  const services = createMemoryServices();
  services.record({ kind: 'path-chosen', path: 'tomorrow' });
  const initialScreen = { name: 'lesson', id: 'validation', beat: 'defend' } as const;
  const readToTheEnd = async () => {
    const terminal = openTerminal({ services, initialScreen });
    for (const question of ['1 of 2', '2 of 2']) {
      await terminal.waitFor(`question ${question}`);
      terminal.press('G', keys.enter);
      await terminal.waitFor('Key points');
      terminal.press('G', keys.enter);
    }
    const frame = await terminal.waitFor('read to the end.');
    terminal.press('q');
    await terminal.finished;
    return frame;
  };
  expect(await readToTheEnd()).toContain('Build it is left.');
  // One more exercise of the lesson stands on longer paths only.
  const exercise = 'predict/answer-422';
  const counts = { status: 'passed', passed: 3, total: 3, durationMs: 84 } as const;
  services.record({ kind: 'verdict', exercise, ...counts });
  expect(await readToTheEnd()).not.toContain('is left');
});

test('the shortest path asks two questions of a lesson, and says where the others are', async () => {
  const services = createMemoryServices();
  services.record({ kind: 'path-chosen', path: 'tomorrow' });
  const lesson = { name: 'lesson', id: 'what-is-fastapi', beat: 'defend' } as const;
  const short = openTerminal({ services, initialScreen: lesson });
  for (const question of ['1 of 2', '2 of 2']) {
    await short.waitFor(`question ${question}`);
    short.press('G', keys.enter);
    await short.waitFor('Key points');
    short.press('G');
    if (question === '1 of 2') short.press(keys.enter);
  }
  await short.waitFor('This lesson has 2 more questions. z asks them.');
  short.press('q');
  await short.finished;
  // Whoever comes to one of the others, from a search, finds it among all.
  const [, , , left] = lessons[0]?.questions ?? [];
  const found = { ...lesson, at: { question: left?.id ?? '' } };
  const whole = openTerminal({ services, initialScreen: found });
  await whole.waitFor('question 4 of 4');
  whole.press('q');
  await whole.finished;
});

test('Defend it asks aloud which choice is right, and has the lab answer a prediction', async () => {
  const services = createMemoryServices();
  const place = { name: 'lesson', id: 'what-is-fastapi', beat: 'defend' } as const;
  const initialScreen = { ...place, at: { question: 'foretell-missing' } };
  const terminal = openTerminal({ services, initialScreen, rows: 40 });
  const asked = await terminal.waitFor('Say aloud which one and why, then press Enter');
  expect(asked).toContain('· 422, one error');
  expect(services.sent).toEqual([]);
  terminal.press(keys.enter);
  const answer = await terminal.waitFor('✔ 422, one error');
  expect(answer).toContain('· 200, it takes 0 for it');
  expect(answer).toMatch(/The lab answered\s+█?\s+422 Unprocessable Content/);
  expect(services.sent).toHaveLength(1);
  // What is not answered is not asked of a lab either.
  terminal.press('u');
  expect(await terminal.waitFor('question 3 of 4')).toContain('Say aloud where the bug is');
  expect(services.sent).toHaveLength(1);
  terminal.press('q');
  await terminal.finished;
});

test('an answer that begins below a long question is scrolled to', async () => {
  const initialScreen = {
    name: 'lesson',
    id: 'what-is-fastapi',
    beat: 'defend',
    at: { question: 'no-limit' },
  } as const;
  const size = { columns: 60, rows: 18 };
  const terminal = openTerminal({ services: createMemoryServices(), initialScreen, ...size });
  await terminal.waitFor('memory runs out.');
  terminal.press('G', keys.enter);
  const frame = await terminal.waitFor('The bug');
  expect(frame).toContain('Mended');
  terminal.press('q');
  await terminal.finished;
});

test('a long prediction is answered beginning with its choices', async () => {
  const initialScreen = {
    name: 'lesson',
    id: 'what-is-fastapi',
    beat: 'defend',
    at: { question: 'foretell-missing' },
  } as const;
  const size = { columns: 60, rows: 18 };
  const terminal = openTerminal({ services: createMemoryServices(), initialScreen, ...size });
  await terminal.waitFor('question 4 of 4');
  terminal.press('G', keys.enter);
  const frame = await terminal.waitFor('✔ 422, one error');
  expect(frame).not.toContain('What does the lab answer');
  expect(frame).toContain('A framework for APIs');
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
