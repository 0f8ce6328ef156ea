import { beforeEach, describe, expect, test } from 'vitest';
import type { Lesson } from '../../src/model/course.ts';
import type { Reply } from '../../src/model/exchange.ts';
import type { QuizQuestion } from '../../src/model/quiz/draw.ts';
import { makeQuestion } from '../model/quiz/questions.ts';
import { course, createWorld } from './memory-context.ts';

const questions: Record<string, QuizQuestion[]> = {
  docs: [makeQuestion('say-1', 'say'), makeQuestion('choose-1', 'choose')],
  validation: [
    makeQuestion('bug-1', 'bug', 'validation'),
    makeQuestion('predict-1', 'predict', 'validation'),
  ],
};

let world: ReturnType<typeof createWorld>;
let reply: Reply | undefined;
beforeEach(() => {
  world = createWorld();
  reply = { status: 422, headers: {}, body: 'no' };
  const { services } = world.context;
  const { loadLesson } = services;
  services.loadLesson = async (id): Promise<Lesson> => ({
    ...(await loadLesson(id)),
    questions: (questions[id] ?? []).map(({ topic: _, ...question }) => question),
  });
  services.send = async (_url, request) => ({ request, response: reply, durationMs: 1 });
  services.courseIndex = {
    ...services.courseIndex,
    questions: Object.fromEntries(course.lessons.map(({ id }) => [id, 2])),
  };
});

const answers = () =>
  world.events.flatMap((event) =>
    event.kind === 'question-answered' ? [[event.question, event.how, event.share]] : [],
  );

describe('asked line by line', () => {
  test('an answer that is said is matched and can be corrected', async () => {
    world.input = ['two, and one', '3'];
    expect(await world.run('quiz', 'docs', '--seed', '7')).toBe(0);
    expect(world.out).toBe(`
Question 1 of 2 · say it

What?
mid level · Automatic docs

Type your answer, or say it aloud and press Enter.

✔ Right: 2 of 3 key points   2 make it right
1 ✔ one
2 ✔ two
3 ○ three

You wrote
two, and one

Say
That.

Common wrong answer
✘ This.
It is that.

Shown in Automatic docs, See it, and by the lab predict.

The ticks go by the words you typed. Numbers to change, as in 1 3, or only
Enter.
Now 3 of 3 key points: right.

Question 2 of 2 · choose

What?
mid level · Automatic docs

  1 d
  2 c
  3 b
  4 a

Type its number, or only Enter to see the answer.

Score 1 of 1 · 100 %
A question you say counts by its key points; right is all, or all but one.

By topic
  Automatic docs     1 of 1  100 %

By kind
  say it       1 of 1  100 %
`);
    expect(answers()).toEqual([['say-1', 'say', 1]]);
  });

  test('numbers choose and point; what is none is asked for again; only Enter shows the answer', async () => {
    world.input = ['9', 'x', '1', ''];
    await world.run('quiz', 'validation', '--seed', '7');
    expect(world.out).toContain('A number from 1 to 3, please, or only Enter.\n'.repeat(2));
    expect(world.out).toContain('✘ Wrong. The bug is in line 2. You pointed at line 1.');
    expect(world.out).toContain('✘ 2 │ two');
    expect(world.out).toContain('○ Not answered.\nthe lab answered  422\n');
    expect(world.out).toContain('422 Unprocessable Content');
    expect(world.out).toContain('Read again\nAutomatic docs, See it: api-labs lesson docs\n');
    expect(answers()).toEqual([
      ['bug-1', 'bug', 0],
      ['predict-1', 'predict', 0],
    ]);
    expect([world.labPort, world.stopped]).toEqual([0, 1]);
  });

  test('wrong ones come first, right ones last', async () => {
    const event = { kind: 'question-answered', lesson: 'docs', how: 'say' } as const;
    world.events.push(
      { ...event, question: 'say-1', share: 1 },
      { ...event, question: 'bug-1', share: 0 },
    );
    world.input = ['2', '2', '2', 'all'];
    await world.run('quiz');
    expect(
      answers()
        .slice(2)
        .map(([id]) => id)[0],
    ).toBe('bug-1');
    expect(answers().at(-1)?.[0]).toBe('say-1');
  });

  test('the end of the input in an answer that was said keeps it as it was', async () => {
    world.input = ['one'];
    await world.run('quiz', 'docs', '--seed', '7', '-n', '1');
    expect(answers()).toEqual([['say-1', 'say', 1 / 3]]);
    expect(world.out).toContain('Score 0.3 of 1 · 33 %');
  });

  test('without any answer there is no score', async () => {
    expect(await world.run('quiz')).toBe(0);
    expect(world.out).toContain('Question 1 of 4');
    expect(world.out).toMatch(/\nNo question was answered\.\n$/);
    expect(world.events).toEqual([]);
  });

  test('a lab that does not start leaves its question out', async () => {
    world.labStart = {
      kind: 'stuck',
      message: 'It hangs.',
      remedy: 'Wait.',
      afterMs: 1,
      output: '',
    };
    world.input = ['2', '2'];
    expect(await world.run('quiz', 'validation', '--seed', '7')).toBe(0);
    expect(world.err).toBe('It hangs. Wait. This question is left out.\n');
    expect(answers()).toEqual([['bug-1', 'bug', 1]]);
  });

  test('in ASCII and in a narrow terminal', async () => {
    const terminal = { isInteractive: false, columns: 44, isColoured: false, isUnicode: false };
    world.context.terminal = terminal;
    world.input = ['1', '2', '2', '2', '2', '2'];
    await world.run('quiz', '--plain');
    expect(world.out).toMatch(/^[\x20-\x7e\n]+$/);
    const widest = Math.max(...world.out.split('\n').map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(44);
  });
});

describe('as JSON', () => {
  const read = () => JSON.parse(world.out);

  test('with what is right of each kind', async () => {
    expect(await world.run('quiz', '--json', '--seed', '3')).toBe(0);
    const { questions: printed, ...rest } = read();
    expect(rest).toEqual({
      schemaVersion: 1,
      topic: null,
      path: 'properly',
      level: null,
      seed: 3,
    });
    const byId = Object.fromEntries(printed.map((one: { id: string }) => [one.id, one]));
    expect(byId['say-1']).toMatchObject({ kind: 'say', topic: 'docs', answer: 'That.' });
    expect(byId['say-1'].right).toBeUndefined();
    const { choices, right } = byId['choose-1'];
    expect(right.map((number: number) => choices[number - 1].text)).toEqual(['b']);
    expect(byId['bug-1']).toMatchObject({
      code: { language: 'python', lines: ['one', 'two', 'three'] },
      right: [2],
      fix: { lines: ['2'] },
    });
    expect(byId['predict-1']).toMatchObject({
      choices: [{ text: '200' }, { text: '422' }],
      right: [2],
      reply: { status: 422 },
    });
    expect(world.events).toEqual([]);
  });

  test('the same seed draws the same, whatever was answered since', async () => {
    await world.run('quiz', '--json', '--seed', '5', '-n', '2');
    const first = world.out;
    world.out = '';
    const { id } = JSON.parse(first).questions[0];
    const event = { kind: 'question-answered', lesson: 'docs', how: 'say', share: 1 } as const;
    world.events.push({ ...event, question: id });
    await world.run('quiz', '--json', '--seed', '5', '-n', '2');
    expect(world.out).toBe(first);
    expect(JSON.parse(first).questions).toHaveLength(2);
  });

  test('a lab that cannot be asked is said, and its question has no right answer', async () => {
    reply = undefined;
    expect(await world.run('quiz', 'validation', '--json')).toBe(1);
    const [predicted] = read().questions.filter(({ kind }: { kind: string }) => kind === 'predict');
    expect(predicted.right).toBeUndefined();
    expect(predicted.problem).toContain('The lab did not answer.');
    expect(world.err).toContain('predict-1: The lab did not answer.');
  });
});

describe('on the path "interview tomorrow"', () => {
  const line = 'From the path "interview tomorrow"; --all asks from the whole course.\n';
  const topics = () => {
    const asked: { topic: string }[] = JSON.parse(world.out).questions;
    return [...new Set(asked.map(({ topic }) => topic))].toSorted();
  };
  beforeEach(() => {
    world.events.push({ kind: 'path-chosen', path: 'tomorrow' });
  });

  test('only its lessons are asked about, and that is said', async () => {
    expect(await world.run('quiz', '--plain')).toBe(0);
    expect(world.out.indexOf(line)).toBe(0);
    expect(world.out).toContain('Question 1 of 2');
    world.out = '';
    await world.run('quiz', '--json');
    expect(topics()).toEqual(['docs']);
    expect(JSON.parse(world.out)).toMatchObject({ topic: null, path: 'tomorrow' });
  });

  test('--all asks from the whole course', async () => {
    expect(await world.run('quiz', '--plain', '--all')).toBe(0);
    expect(world.out).not.toContain('path');
    expect(world.out).toContain('Question 1 of 4');
    world.out = '';
    await world.run('quiz', '--json', '--all');
    expect(topics()).toEqual(['docs', 'validation']);
    expect(JSON.parse(world.out)).toMatchObject({ topic: null, path: 'properly' });
  });

  test('a topic is asked about wherever it stands', async () => {
    expect(await world.run('quiz', 'validation', '--json')).toBe(0);
    expect(topics()).toEqual(['validation']);
    expect(JSON.parse(world.out)).toMatchObject({ topic: 'validation', path: null });
    world.out = '';
    await world.run('quiz', 'validation', '--plain');
    expect(world.out).not.toContain('path');
  });

  test('the app opens with the same rule', async () => {
    world.context.terminal = { ...world.context.terminal, isInteractive: true };
    await world.run('quiz');
    await world.run('quiz', '--all');
    expect(world.opened).toEqual([
      { kind: 'quiz', path: 'tomorrow', count: 10 },
      { kind: 'quiz', path: 'properly', count: 10 },
    ]);
  });

  test('what it has nothing of the whole course may have', async () => {
    expect(await world.run('quiz', '--level', 'senior')).toBe(1);
    expect(world.err).toBe(
      'The path "interview tomorrow" has no question of the level senior; --all asks from the whole course. api-labs quiz --help shows how to ask for others.\n',
    );
  });
});

describe('in a terminal', () => {
  beforeEach(() => {
    world.context.terminal = { ...world.context.terminal, isInteractive: true };
  });

  test('opens the app', async () => {
    await world.run('quiz', 'docs', '--level', 'mid', '-n', '4', '--seed', '9');
    await world.run('quiz');
    expect(world.opened).toEqual([
      { kind: 'quiz', topic: 'docs', level: 'mid', count: 4, seed: 9 },
      { kind: 'quiz', path: 'properly', count: 10 },
    ]);
  });

  test('asks line by line with --plain', async () => {
    await world.run('quiz', '--plain');
    expect(world.opened).toEqual([]);
    expect(world.out).toContain('Question 1 of 4');
  });

  test('says that nothing matches instead of opening it', async () => {
    expect(await world.run('quiz', 'docs', '--level', 'senior')).toBe(1);
    expect(world.err).toBe(
      'The lesson docs has no question of the level senior. api-labs quiz --help shows how to ask for others.\n',
    );
    expect(world.opened).toEqual([]);
  });
});

describe('wrong usage', () => {
  test.each([
    [['dosc'], 'There is no topic "dosc". Did you mean docs? Topics: docs, validation.\n'],
    [['zzz'], 'There is no topic "zzz". A topic is a lesson. Topics: docs, validation.\n'],
    [
      ['--level', 'midd'],
      'There is no level "midd". Did you mean mid? Levels: screen, mid, senior.\n',
    ],
    [
      ['--level', 'junior'],
      'There is no level "junior". Did you mean senior? Levels: screen, mid, senior.\n',
    ],
    [['docs', '--all'], '--all asks from the whole course; leave out "docs", or --all.\n'],
    [['-n', '0'], '-n takes a whole number from 1 to 500, not "0".\n'],
    [['--count', 'ten'], '-n takes a whole number from 1 to 500, not "ten".\n'],
    [['--seed', '1.5'], '--seed takes a whole number from 0 to 4294967295, not "1.5".\n'],
    [['-n'], '--count needs a value: --count N.\napi-labs quiz --help shows how.\n'],
    [
      ['docs', 'x'],
      'api-labs quiz takes one topic; "x" is one too many.\napi-labs quiz --help shows how.\n',
    ],
  ])('%j', async (argv, message) => {
    expect(await world.run('quiz', ...argv)).toBe(2);
    expect(world.err).toBe(message);
    expect(world.out).toBe('');
  });

  test('help names the short option too', async () => {
    await world.run('quiz', '--help');
    expect(world.out).toContain(
      'Usage: api-labs quiz [topic] [--all] [--level L] [-n N] [--seed N] [--json] [--plain]\n',
    );
    expect(world.out).toContain('  -n, --count N  ask so many questions, 10 unless you say\n');
  });
});

describe('progress', () => {
  const answered = (question: string, lesson: string, share: number) =>
    world.events.push({ kind: 'question-answered', question, lesson, how: 'say', share });

  test('shows the topics that were asked about', async () => {
    answered('say-1', 'docs', 0);
    answered('say-1', 'docs', 2 / 3);
    await world.run('progress');
    expect(world.out).toContain('\nQuiz\nAutomatic docs   67 %  1 of 2 asked\n\nNext:');
  });

  test('has every topic with questions in JSON', async () => {
    answered('say-1', 'docs', 0.5);
    await world.run('progress', '--json');
    expect(JSON.parse(world.out).quiz).toEqual([
      { lesson: 'docs', questions: 2, asked: 1, share: 0.5 },
      { lesson: 'validation', questions: 2, asked: 0, share: null },
    ]);
  });
});
