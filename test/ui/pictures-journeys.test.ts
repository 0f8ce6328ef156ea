import { expect, test } from 'vitest';
import { createMemoryServices } from './memory-services.ts';
import { openPictures } from './pictures-services.ts';
import { keys, openTerminal, type TestTerminal } from './test-terminal.ts';

/** Run it, with its prediction answered and its timeline about to be sent. */
async function openAtTimeline(services: ReturnType<typeof openPictures>): Promise<TestTerminal> {
  const initialScreen = { name: 'lesson', id: 'what-is-fastapi', beat: 'run' } as const;
  const terminal = openTerminal({ services, initialScreen });
  await terminal.waitFor('Where is it stopped?');
  terminal.press(keys.enter);
  await terminal.waitFor('Enter the whole way');
  terminal.press(keys.enter);
  await terminal.waitFor('← 422');
  terminal.press('G', keys.enter);
  await terminal.waitFor('Enter send all');
  return terminal;
}

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
  const terminal = await openAtTimeline(services);
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
  const over = await terminal.waitFor('Both wait for the one that holds the loop.');
  expect(over).toContain('✘ you said     none for any');
  expect(over).toContain('▸ it was       the second and the third for the first');
  const foretold = () =>
    services.events.filter(
      (event) => event.kind === 'prediction' && event.prediction === 'together',
    );
  expect(foretold()).toMatchObject([{ choice: 'none for any', isRight: false }]);
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

test('what is foretold of a timeline is recorded once, however often its requests are sent', async () => {
  const services = openPictures();
  const terminal = await openAtTimeline(services);
  terminal.press(keys.down, keys.enter);
  await terminal.waitFor('✔ you said it  the second and the third for the first');
  const { send } = services;
  const held = Promise.withResolvers<void>();
  services.send = async (...request) => {
    await held.promise;
    return send(...request);
  };
  terminal.press('r');
  await terminal.waitForAbsence('✔ you said it');
  held.resolve();
  await terminal.waitFor('✔ you said it  the second and the third for the first');
  const foretold = services.events.filter(
    (event) => event.kind === 'prediction' && event.prediction === 'together',
  );
  expect(foretold).toMatchObject([
    { choice: 'the second and the third for the first', isRight: true },
  ]);
  terminal.press('q');
  await terminal.finished;
});

test('a timeline whose lab does not start says why', async () => {
  const services = openPictures();
  const { startLab } = services;
  const terminal = await openAtTimeline(services);
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
