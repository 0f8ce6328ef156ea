import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openRace } from '../../src/cli/race.ts';
import type { Lab } from '../../src/model/course.ts';
import type { RaceEntrant, RaceEvent } from '../../src/model/race.ts';
import { findPython } from '../grader/find-python.ts';
import { packageRoot } from '../servers/spawned.ts';

const python = findPython('fastapi', 'uvicorn', 'flask');
if (python === undefined) console.log('Skipped: no Python here has fastapi, uvicorn and flask.');

const request = { method: 'GET', path: '/shows/1', headers: {} };
const unknown = { method: 'GET', path: '/shows/1abc', headers: {}, name: 'show "1abc"' };

/** What happens until the first round would begin. */
async function getReady(entrants: RaceEntrant[]): Promise<RaceEvent[]> {
  const race = { request, mistakes: [unknown], entrants };
  const lab: Lab = {
    id: 'compare',
    number: 1,
    title: '',
    summary: '',
    exercises: [],
    about: [],
    requests: [],
    serverFile: '',
    race,
  };
  const closers: (() => Promise<void>)[] = [];
  const run = openRace({
    built: (name) => join(packageRoot, 'dist', name),
    findPython: async () => ({ command: python ?? 'python3' }),
    addCloser: (close) => closers.push(close),
  });
  const events: RaceEvent[] = [];
  const ending = new AbortController();
  await run(lab, {
    signal: ending.signal,
    onEvent: (event) => {
      events.push(event);
      if (event.kind === 'round') ending.abort();
    },
  });
  return events;
}

test.skipIf(python === undefined)(
  'a Flask app is served through WSGI, and a Python that lacks a package is told which',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'api-labs-race-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const needy = join(folder, 'needy.py');
    await writeFile(needy, 'from django_of_tomorrow import app\n');
    const parts = join(packageRoot, 'labs/98-compare/parts');
    const events = await getReady([
      { name: 'Express', kind: 'node', file: join(parts, 'express.ts'), lines: 1 },
      {
        name: 'Flask',
        kind: 'python',
        file: join(parts, 'flask_app.py'),
        lines: 1,
        interface: 'wsgi',
      },
      { name: 'Needy', kind: 'python', file: needy, lines: 1 },
    ]);
    expect(events.filter(({ kind }) => kind === 'ready' || kind === 'out')).toEqual([
      {
        kind: 'out',
        entrant: 2,
        reason: 'This Python has no django_of_tomorrow: pip install django_of_tomorrow.',
      },
      { kind: 'ready', entrant: 0, answers: [200], hasDocs: false },
      { kind: 'ready', entrant: 1, answers: [404], hasDocs: false },
    ]);
  },
);
