import { describe, expect, test } from 'vitest';
import { createMemoryServices, failedVerdict, passedVerdict } from './memory-services.ts';
import { openPictures } from './pictures-services.ts';
import { keys, openTerminal, type TestTerminal } from './test-terminal.ts';

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 60, rows: 18 },
  { columns: 120, rows: 40 },
];

async function close(terminal: TestTerminal): Promise<void> {
  terminal.press(keys.ctrlC);
  await terminal.finished;
}

/** Rows that are used, below which the window has at least one row left. */
function expectFits(frame: string, rows: number): void {
  expect(frame.split('\n')).toHaveLength(rows - 1);
}

describe.each(sizes)('$columns x $rows', ({ columns, rows }) => {
  const open = (options: Partial<Parameters<typeof openTerminal>[0]> = {}) =>
    openTerminal({ services: createMemoryServices(), columns, rows, ...options });
  const matchFrame = async (frame: string, name: string) => {
    expectFits(frame, rows);
    await expect(`${frame}\n`).toMatchFileSnapshot(`frames/${name}-${columns}x${rows}.txt`);
  };

  test('welcome', async () => {
    const terminal = open({ services: createMemoryServices({ hasWorkspace: false }) });
    await matchFrame(await terminal.waitFor('look around first'), 'welcome');
    await close(terminal);
  });

  test('home', async () => {
    const terminal = open();
    await matchFrame(await terminal.waitFor('? keys'), 'home');
    terminal.press('G');
    await terminal.waitFor('○ Type');
    terminal.press('G');
    await matchFrame(await terminal.waitFor('▸     ○ Answer'), 'home-exercise');
    await close(terminal);
  });

  test('a lesson read to its end', async () => {
    const terminal = open({ initialScreen: { name: 'lesson', id: 'validation', beat: 'see' } });
    await matchFrame(await terminal.waitFor('declared twice'), 'lesson-see');
    terminal.press('G');
    await matchFrame(await terminal.waitFor('Enter on to Run it'), 'lesson-see-end');
    await close(terminal);
  });

  test('a prediction', async () => {
    const terminal = open({ initialScreen: { name: 'lesson', id: 'validation', beat: 'run' } });
    await matchFrame(await terminal.waitFor('422, two errors'), 'prediction');
    terminal.press(keys.enter);
    await matchFrame(await terminal.waitFor('the lab answered'), 'prediction-answered');
    await close(terminal);
  });

  test('build and defend', async () => {
    const terminal = open({ initialScreen: { name: 'lesson', id: 'validation', beat: 'build' } });
    await matchFrame(await terminal.waitFor('not tried yet'), 'build');
    terminal.press('5');
    await matchFrame(await terminal.waitFor('question 1 of 2'), 'defend');
    terminal.press(keys.enter);
    await matchFrame(await terminal.waitFor('Key points'), 'defend-answer');
    await close(terminal);
  });

  test('a lab with a 422', async () => {
    const terminal = open({ initialScreen: { name: 'lab', id: 'predict' } });
    await matchFrame(await terminal.waitFor('127.0.0.1:8000'), 'lab');
    terminal.press(keys.down, keys.enter);
    await matchFrame(await terminal.waitFor('▲ feature2: Field required'), 'lab-422');
    terminal.press('e');
    await matchFrame(await terminal.waitFor('valid JSON'), 'request-editor');
    terminal.press(keys.escape);
    await terminal.waitFor('Enter send');
    terminal.press('l');
    await matchFrame(await terminal.waitFor('Enter show'), 'lab-log');
    await close(terminal);
  });

  test('a handler in play', async () => {
    const services = createMemoryServices();
    const file = '/home/me/api-labs/predict/answer-422/handler.ts';
    const initialScreen = { name: 'play', id: file, exercise: 'predict/answer-422' } as const;
    const terminal = open({ services, initialScreen });
    await matchFrame(await terminal.waitFor('127.0.0.1:8000'), 'play');
    terminal.press(keys.down, keys.enter);
    await matchFrame(await terminal.waitFor('▲ feature2: Field required'), 'play-422');
    terminal.press('a');
    await matchFrame(await terminal.waitFor('this JSON body'), 'play-keep');
    terminal.press(keys.enter);
    await terminal.waitFor('Kept as mine-1');
    terminal.press('o');
    await matchFrame(await terminal.waitFor('x drop'), 'play-own-checks');
    terminal.press(keys.escape);
    await terminal.waitFor('Enter send');
    const error = { message: 'SyntaxError: no', file, line: 3, sourceLine: 'const = 1;' };
    const remedy = 'Correct the line and save.';
    services.labListener({ kind: 'restarting' });
    services.labListener({ kind: 'down', message: 'It has a syntax error.', remedy, error });
    await matchFrame(await terminal.waitFor('It is tried again'), 'play-down');
    await close(terminal);
  });

  test('an exercise that fails', async () => {
    const services = createMemoryServices();
    services.nextVerdict = () => failedVerdict;
    const initialScreen = { name: 'exercise', id: 'predict/answer-422' } as const;
    const terminal = open({ services, initialScreen });
    await matchFrame(await terminal.waitFor('watching'), 'exercise-task');
    services.save();
    await matchFrame(await terminal.waitFor('graded in 84 ms'), 'exercise-failed');
    terminal.press('h');
    await matchFrame(await terminal.waitFor('Hint 1 of 3'), 'exercise-hint');
    terminal.press('s');
    await terminal.waitFor('Press s again');
    terminal.press('s');
    await matchFrame(await terminal.waitFor('The same in FastAPI'), 'exercise-solution');
    await close(terminal);
  });

  test('attempts', async () => {
    const services = createMemoryServices();
    const name = {
      exercise: 'predict/answer-422',
      before: 'reset',
      snapshot: 'a'.repeat(16),
    } as const;
    const initialScreen = { name: 'exercise', id: 'predict/answer-422' } as const;
    const terminal = open({ services, initialScreen });
    await terminal.waitFor('watching');
    terminal.press('a');
    await matchFrame(await terminal.waitFor('No attempt yet'), 'attempts-none');
    terminal.press(keys.escape);
    await terminal.waitFor('watching');
    services.handlerText = "import { Hono } from 'hono';\n\nexport default new Hono();\n";
    terminal.press('g');
    await terminal.waitFor('graded in 84 ms');
    services.record({ kind: 'handler-kept', ...name });
    services.handlerText = `${services.handlerText}\n// Now with a comment.\n`;
    services.nextVerdict = () => passedVerdict;
    terminal.press('h', 'g');
    await terminal.waitFor('✔ passed   2 of 2');
    terminal.press('a');
    await matchFrame(await terminal.waitFor('what changed'), 'attempts');
    terminal.press('G', keys.enter);
    await matchFrame(await terminal.waitFor('+ // Now with a comment.'), 'attempts-changed');
    await close(terminal);
  });

  test('a quiz that was left half done', async () => {
    const services = createMemoryServices();
    const initialScreen = { name: 'quiz', id: 'what-is-fastapi', seed: 1 } as const;
    const first = open({ services, initialScreen });
    await first.waitFor('1 of 4');
    first.press(keys.enter);
    await first.waitFor('The bug is in line 8');
    await close(first);
    const second = open({ services, initialScreen });
    await matchFrame(await second.waitFor('Go on with the quiz of 17:42'), 'quiz-left');
    await close(second);
  });

  test('a quiz', async () => {
    const initialScreen = { name: 'quiz', id: 'what-is-fastapi', seed: 1 } as const;
    const terminal = open({ initialScreen });
    const answers: Record<string, string[]> = {
      'say it': ['types decl', 'are it, and uvcorn runs it', keys.enter],
      choose: [keys.enter],
      'find the bug': [keys.down, keys.down, keys.down, keys.enter],
      'predict the reply': [keys.down, keys.enter],
    };
    for (let place = 1; place <= 4; place++) {
      const asked = await terminal.waitFor(`${place} of 4`);
      const kind = Object.keys(answers).find((title) => asked.includes(`${title} · `)) ?? '';
      const name = `quiz-${kind.replaceAll(' ', '-')}`;
      await matchFrame(asked, name);
      terminal.press(...(answers[kind] ?? []));
      await matchFrame(await terminal.waitFor(/✔ Right|✘ (Wrong|Not yet)/), `${name}-answered`);
      terminal.press('n');
    }
    await matchFrame(await terminal.waitFor('Read again'), 'quiz-score');
    await close(terminal);
  });

  test('the way of a request', async () => {
    const services = openPictures();
    const initialScreen = { name: 'lesson', id: 'what-is-fastapi', beat: 'run' } as const;
    const terminal = open({ services, initialScreen });
    await terminal.waitFor('Where is it stopped?');
    terminal.press(keys.down, keys.enter);
    await terminal.waitFor('Enter the whole way');
    terminal.press(keys.enter);
    await matchFrame(await terminal.waitFor('← 422'), 'way');
    await close(terminal);
  });

  test('requests over time', async () => {
    const services = openPictures();
    const initialScreen = { name: 'lesson', id: 'what-is-fastapi', beat: 'run' } as const;
    const terminal = open({ services, initialScreen });
    await terminal.waitFor('step 1 of 2');
    terminal.press(keys.down, keys.enter);
    await terminal.waitFor('Enter the whole way');
    terminal.press(keys.enter);
    await terminal.waitFor('← 422');
    terminal.press('G', keys.enter);
    await matchFrame(await terminal.waitFor('Enter send all'), 'timeline');
    terminal.press(keys.enter);
    await matchFrame(await terminal.waitFor('the event loop was held'), 'timeline-answered');
    await close(terminal);
  });

  test('a schema that grows', async () => {
    const services = openPictures();
    const initialScreen = { name: 'lesson', id: 'what-is-fastapi', beat: 'see' } as const;
    const terminal = open({ services, initialScreen });
    await matchFrame(await terminal.waitFor('▸ class Input'), 'schema');
    terminal.press(keys.enter);
    await matchFrame(await terminal.waitFor('▸     feature1'), 'schema-field');
    terminal.press(keys.enter);
    await terminal.waitFor('▸     feature2');
    terminal.press(keys.enter);
    await matchFrame(await terminal.waitForAbsence('▸     feature'), 'schema-grown');
    await close(terminal);
  });

  test('help and search', async () => {
    const terminal = open();
    await terminal.waitFor('? keys');
    terminal.press('?');
    await matchFrame(await terminal.waitFor('This screen: Course map'), 'help');
    terminal.press('/');
    await terminal.waitFor('6 found');
    terminal.press('422');
    await terminal.waitFor('5 found');
    await matchFrame(await terminal.waitFor('/ 422'), 'search');
    terminal.press(...Array.from('422', () => '\x7f'), 'pybanthik');
    await matchFrame(await terminal.waitFor('has "pybanthik"'), 'search-nothing');
    await close(terminal);
  });
});

test('below 60x18 says so, and goes on where it was', async () => {
  const terminal = openTerminal({ services: createMemoryServices() });
  await terminal.waitFor('? keys');
  terminal.press('G');
  await terminal.waitFor('Answer 422 like FastAPI');
  terminal.press('G');
  const before = await terminal.waitFor('12 minutes');
  terminal.resize(59, 18);
  await terminal.waitFor('at least 60x18, this is 59x18');
  terminal.resize(20, 2);
  await terminal.waitFor('api-labs needs');
  terminal.resize(80, 24);
  expect(await terminal.waitFor('12 minutes')).toBe(before);
  await close(terminal);
});
