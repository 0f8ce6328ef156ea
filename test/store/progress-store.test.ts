import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewProgressEvent } from '../../src/model/progress.ts';
import { readLogFile } from '../../src/store/log-file.ts';
import { openProgressStore } from '../../src/store/progress-store.ts';

const writer = new URL('./writer.ts', import.meta.url).pathname;
const now = () => new Date('2026-11-24T08:00:00.000Z');
const finished: NewProgressEvent = { kind: 'beat-finished', lesson: 'docs', beat: 'say' };
const line = (lab: string) =>
  `{"at":"2026-11-24T08:00:00.000Z","kind":"lab-started","lab":"${lab}"}`;

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'api-labs-store-'));
  file = join(folder, 'home', 'progress.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeLog(text: string | Buffer): void {
  mkdirSync(join(folder, 'home'), { recursive: true });
  writeFileSync(file, text);
}

/** The labs named by the events in the log, in order. */
function loggedLabs(): string[] {
  const log = readLogFile(file);
  if (log.kind !== 'read') throw new Error(`the log is ${log.kind}`);
  return log.reading.events.map((event) => (event.kind === 'lab-started' ? event.lab : event.kind));
}

describe('remembering', () => {
  test('writes nothing before there is something to record', () => {
    const store = openProgressStore({ file, now });
    expect(store.read()).toEqual({ beats: {}, predictions: {}, exercises: {}, questions: {} });
    expect(store.warning()).toBeUndefined();
    expect(existsSync(join(folder, 'home'))).toBe(false);
  });

  test('finds every kind of event again in the next session', () => {
    const events: NewProgressEvent[] = [
      finished,
      { kind: 'prediction', lesson: 'docs', prediction: 'p', choice: '422', isRight: true },
      { kind: 'lab-started', lab: 'predict' },
      {
        kind: 'verdict',
        exercise: 'predict/one',
        status: 'failed',
        passed: 1,
        total: 3,
        durationMs: 12.5,
        failedCheck: 'starts',
      },
      { kind: 'hint-shown', exercise: 'predict/one', check: 'starts', step: 2 },
      {
        kind: 'verdict',
        exercise: 'predict/one',
        status: 'passed',
        passed: 3,
        total: 3,
        durationMs: 9,
        snapshot: '0123456789abcdef',
      },
      {
        kind: 'handler-kept',
        exercise: 'predict/one',
        before: 'restore',
        snapshot: 'fedcba9876543210',
      },
      { kind: 'solution-shown', exercise: 'predict/one' },
      { kind: 'exercise-reset', exercise: 'predict/two' },
      { kind: 'workspace', folder: '/home/ada/api labs "1"\n' },
      { kind: 'question-answered', question: 'q', lesson: 'docs', how: 'say', share: 0.5 },
    ];
    const first = openProgressStore({ file, now });
    for (const event of events) first.record(event);
    const second = openProgressStore({ file, now });
    expect(second.read()).toEqual(first.read());
    expect(second.warning()).toBeUndefined();
    expect(second.logState()).toEqual({
      file,
      eventCount: events.length,
      tornCount: 0,
      foreignCount: 0,
      unsavedCount: 0,
    });
    expect(second.read().exercises['predict/one']).toMatchObject({
      status: 'passed',
      attempts: 2,
      hints: { starts: 2 },
      isSolutionShown: true,
    });
  });

  test('sees what another terminal wrote in the meantime, and a log that was replaced', () => {
    const one = openProgressStore({ file, now });
    const two = openProgressStore({ file, now });
    one.record(finished);
    expect(two.read().beats).toEqual({ docs: ['say'] });
    two.record({ ...finished, beat: 'see' });
    expect(one.read().beats).toEqual({ docs: ['say', 'see'] });
    writeLog('');
    expect(one.read().beats).toEqual({});
  });
});

describe('a damaged log', () => {
  test('sets a torn last line aside and goes on behind it', () => {
    const store = openProgressStore({ file, now });
    store.record({ kind: 'lab-started', lab: 'one' });
    store.record({ kind: 'lab-started', lab: 'two' });
    const whole = readFileSync(file, 'utf8');
    for (let length = whole.length - 2; length > whole.indexOf('\n') + 1; length -= 7) {
      writeFileSync(file, whole);
      truncateSync(file, length);
      const next = openProgressStore({ file, now });
      expect(next.warning()).toBeUndefined();
      next.record({ kind: 'lab-started', lab: 'three' });
      expect(loggedLabs()).toEqual(['one', 'three']);
    }
  });

  test('keeps a last line that lacks only its line end', () => {
    writeLog(line('one'));
    openProgressStore({ file, now }).record({ kind: 'lab-started', lab: 'two' });
    expect(loggedLabs()).toEqual(['one', 'two']);
  });

  test('tells events apart that stand on one line behind a torn one', () => {
    writeLog(`${line('one').slice(0, 40)}${line('two')}${line('three')}\n${line('four')}\r\n`);
    expect(loggedLabs()).toEqual(['two', 'three', 'four']);
  });

  test('skips foreign lines, counts them and says so', () => {
    writeLog(
      [
        'hello',
        line('one'),
        '{"at":"2026-11-24T08:00:00.000Z","kind":"lab-started","lab":7}',
        '{"at":"2026-11-24T08:00:00.000Z","kind":"lab-started","lab":"x","more":1}',
        '{"at":"yesterday","kind":"lab-started","lab":"x"}',
        '{"at":"2026-11-24T08:00:00.000Z","kind":"toString"}',
        '{"at":"2026-11-24T08:00:00.000Z","kind":"beat-finished","lesson":"docs","beat":"sing"}',
        '{"at":"2026-11-24T08:00:00.000Z","kind":"question-answered","question":"q","lesson":"docs","how":"say","share":2}',
        '[]',
        'null',
        '',
        line('two'),
      ].join('\n'),
    );
    const store = openProgressStore({ file, now });
    expect(loggedLabs()).toEqual(['one', 'two']);
    expect(store.warning()).toBe(
      `9 lines in ${file} were not written by api-labs and were skipped. All the rest was read.`,
    );
  });

  test('lives with 100 MB that are none of its own', () => {
    writeLog(
      Buffer.alloc(100 * 1024 * 1024, Buffer.from([0, 123, 255, 10, 200, 7, 1, 2, 3, 4, 5])),
    );
    const store = openProgressStore({ file, now });
    expect(store.read().beats).toEqual({});
    store.record(finished);
    expect(store.read().beats).toEqual({ docs: ['say'] });
    expect(store.warning()).toMatch(/^\d+ lines in .* were skipped/);
  });

  test('lives with one line of 50 MB', () => {
    writeLog(Buffer.alloc(50 * 1024 * 1024, 'a'));
    const store = openProgressStore({ file, now });
    store.record(finished);
    expect(store.read().beats).toEqual({ docs: ['say'] });
    expect(store.logState().foreignCount).toBe(1);
  });

  test('lives with a folder in its place', () => {
    mkdirSync(file, { recursive: true });
    const store = openProgressStore({ file, now });
    expect(store.warning()).toBe(
      `Progress cannot be read from ${file}: something else is in its place. Move what is there away to start a new log.`,
    );
    store.record(finished);
    expect(store.read().beats).toEqual({ docs: ['say'] });
    expect(store.warning()).toContain('cannot be saved');
  });

  test('lives with a file where its folder should be', () => {
    writeFileSync(join(folder, 'home'), 'a file');
    const store = openProgressStore({ file, now });
    store.record(finished);
    expect(store.read().beats).toEqual({ docs: ['say'] });
    expect(store.warning()).toContain('something else is in its place');
  });
});

describe('a log that cannot be written', () => {
  test.each([
    ['EROFS', 'the disk is read-only'],
    ['EACCES', 'you are not allowed to use it'],
    ['EPERM', 'you are not allowed to use it'],
    ['ENOSPC', 'the disk is full'],
    ['EIO', 'the system says EIO'],
  ])('goes on in memory after %s', (code, reason) => {
    const store = openProgressStore({ file, now, append: () => ({ isWritten: false, code }) });
    store.record(finished);
    store.record({ ...finished, beat: 'see' });
    expect(store.read().beats).toEqual({ docs: ['say', 'see'] });
    expect(store.warning()).toBe(
      `Progress cannot be saved in ${file}: ${reason}. This session goes on, but it will not be remembered.`,
    );
    expect(store.logState().unsavedCount).toBe(2);
  });

  test.runIf(existsSync('/dev/full'))('goes on in memory when the disk really is full', () => {
    mkdirSync(join(folder, 'home'));
    symlinkSync('/dev/full', file);
    const store = openProgressStore({ file, now });
    store.record(finished);
    expect(store.read().beats).toEqual({ docs: ['say'] });
    expect(store.warning()).toContain('the disk is full');
  });
});

describe('other processes', () => {
  test('loses nothing when two terminals write at once', async () => {
    const writers = ['a', 'b'].map((name) => spawn(process.execPath, [writer, file, name, '150']));
    const ends = await Promise.all(writers.map((child) => once(child, 'exit')));
    expect(ends.map(([code]) => code)).toEqual([0, 0]);
    const labs = loggedLabs();
    for (const name of ['a', 'b']) {
      const expected = Array.from({ length: 150 }, (_, index) => `${name}-${index}`);
      expect(labs.filter((lab) => lab.startsWith(name))).toEqual(expected);
    }
  });

  test('loses at most the event being written when it is killed', async () => {
    for (const killAfter of [1, 7, 20]) {
      rmSync(file, { force: true });
      const child = spawn(process.execPath, [writer, file, 'a', '100000']);
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.split('\n').length > killAfter) child.kill('SIGKILL');
      });
      await once(child, 'close');
      const recorded = said.split('\n').slice(0, -1);
      appendFileSync(file, '{"at":"2026-11-2');
      openProgressStore({ file, now }).record({ kind: 'lab-started', lab: 'after' });
      const labs = loggedLabs();
      expect(labs.slice(0, recorded.length)).toEqual(recorded);
      expect(labs.at(-1)).toBe('after');
      expect(labs.length).toBeLessThanOrEqual(recorded.length + 2);
    }
  });
});
