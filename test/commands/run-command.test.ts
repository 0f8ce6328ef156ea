import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/command-table.ts';
import { createWorld } from './memory-context.ts';

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

describe('wrong usage', () => {
  test.each([
    [['lst'], 'There is no command "lst". Did you mean list?\napi-labs --help shows how.\n'],
    [['frobnicate'], 'There is no command "frobnicate".\napi-labs --help shows how.\n'],
    [['--jsno'], 'api-labs has no option --jsno.\napi-labs --help shows how.\n'],
    [
      ['list', '--jsno'],
      'api-labs list has no option --jsno. Did you mean --json?\napi-labs list --help shows how.\n',
    ],
    [['list', 'all'], 'api-labs list takes no "all".\napi-labs list --help shows how.\n'],
    [
      ['grade'],
      'Which exercise? Type api-labs grade <exercise> [--file F] [--url U] [--run CMD] [--seed N] [--all] [--watch] [--json].\napi-labs grade --help shows how.\n',
    ],
    [
      ['grade', 'predict/answer-422', 'x'],
      'api-labs grade takes one exercise; "x" is one too many.\napi-labs grade --help shows how.\n',
    ],
    [
      ['grade', 'predict/answer-422', '--file'],
      '--file needs a value: --file F.\napi-labs grade --help shows how.\n',
    ],
    [
      ['grade', 'predict/answer-422', '--file='],
      '--file needs a value.\napi-labs grade --help shows how.\n',
    ],
    [['list', '--json=yes'], '--json takes no value.\napi-labs list --help shows how.\n'],
    [
      ['grade', 'predict/anwser-422'],
      'There is no exercise "predict/anwser-422". Did you mean predict/answer-422?\n',
    ],
    [
      ['grade', 'answer-422'],
      'There is no exercise "answer-422". Did you mean predict/answer-422?\n',
    ],
    [['lesson', 'validaton'], 'There is no lesson "validaton". Did you mean validation?\n'],
    [['lab', 'zzz'], 'There is no lab "zzz". api-labs list shows what there is.\n'],
    [
      ['lab', 'predict', '--port', '99999'],
      '--port takes a number from 0 to 65535, not "99999".\n',
    ],
    [
      ['lab', 'predict', '--port', '-1'],
      '--port needs a value: --port N.\napi-labs lab --help shows how.\n',
    ],
    [
      ['help', 'grad'],
      'There is no command "grad". Did you mean grade?\napi-labs --help shows how.\n',
    ],
  ])('%j', async (argv, message) => {
    expect(await world.run(...argv)).toBe(2);
    expect(world.err).toBe(message);
    expect(world.out).toBe('');
  });
});

describe('help', () => {
  test('shows every command', async () => {
    expect(await world.run('--help')).toBe(0);
    for (const { name, summary } of commands) {
      expect(world.out).toMatch(new RegExp(`^ {2}${name}\\b.* {2}${summary}$`, 'm'));
    }
  });

  test('of one command', async () => {
    expect(await world.run('lab', '--help')).toBe(0);
    expect(world.out).toBe(
      `Run a lab and watch its requests.

Usage: api-labs lab [lab] [--file F] [--exercise ID] [--port N] [--json] [--about] [--http] [--plain]

  --file F       run this handler of yours in place of a lab, anew after each save
  --exercise ID  with --file: the exercise it answers
  --port N       listen on this port; 0 takes any free one
  --json         print {"url":...} when it answers, then one JSON line per exchange
  --about        print what it is about, and its requests with what to look for
  --http         print its requests as a .http file, for the REST client of an editor
  --plain        print lines instead of opening the app
  --help         show this

A handler in your workspace answers the exercise of its folder; --exercise says so for any other.
Example: api-labs lab --file api-labs/predict/answer-422/handler.ts
`,
    );
  });

  test('says the version', async () => {
    expect(await world.run('--version')).toBe(0);
    expect(world.out).toBe('0.1.0\n');
  });
});

describe('without a command', () => {
  test('prints an overview where there is no terminal', async () => {
    world.events.push({ kind: 'beat-finished', lesson: 'docs', beat: 'say' });
    expect(await world.run()).toBe(0);
    expect(world.out).toBe(
      `api-labs                                                               10 % done
Next: Automatic docs, See it: api-labs lesson docs
○ tomorrow  interview tomorrow, 4 min left of 5 min
            1 lesson, 0 exercises
○ week      this week, 14 min left of 15 min
            2 lessons, 1 exercise
● properly  learn it properly, 19 min left of 20 min
            2 lessons, 2 exercises

Lessons
▸ docs                      Automatic docs                          1 of 4 beats
· validation                Validation                              0 of 5 beats

Labs and exercises
  predict                   The predict lab
·   predict/type-the-input  Type the input                                   new
·   predict/answer-422      Answer 422                                       new

Workspace: /home/ada/api-labs
api-labs --help lists the commands.
`,
    );
  });

  test('says what is wrong with the log beside it', async () => {
    world.warning = 'Progress cannot be saved.';
    await world.run('--plain');
    expect(world.err).toBe('Progress cannot be saved.\n');
  });

  test('opens the app in a terminal', async () => {
    world.context.terminal.isInteractive = true;
    await world.run();
    await world.run('lesson', 'docs');
    await world.run('lab', 'predict', '--port', '0');
    expect(world.opened).toEqual([
      { kind: 'home' },
      { kind: 'lesson', id: 'docs' },
      { kind: 'lab', id: 'predict', port: 0 },
    ]);
    await world.run('--plain');
    await world.run('lesson', 'docs', '--plain');
    expect(world.opened).toHaveLength(3);
  });
});
