import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRace } from '../../src/cli/race.ts';
import { loadCourse } from '../../src/course/load.ts';
import { inlineText } from '../../src/layout/inline.ts';
import type { Block } from '../../src/model/course.ts';
import {
  countRefused,
  type RaceEvent,
  type Racer,
  reduceRace,
  startRace,
} from '../../src/model/race.ts';
import { findPython } from '../grader/find-python.ts';
import { packageRoot } from '../servers/spawned.ts';

const python = findPython('fastapi', 'uvicorn', 'flask');
if (python === undefined)
  console.info(
    'Of the race only what Node runs is counted again: no Python here has fastapi, uvicorn and flask.',
  );

const { course } = await loadCourse(packageRoot);
const lab = course?.labs.find(({ id }) => id === 'compare');
const lesson = course?.lessons.find(({ id }) => id === 'flask-and-django');
const entrants = lab?.race?.entrants ?? [];

/** The lesson's table of what each style caught: its rows by their name, its columns by those of the entrants. */
function readTable(): Record<string, Record<string, string>> {
  const isCount = (block: Block) =>
    block.kind === 'table' &&
    block.rows.some(([name]) => inlineText(name ?? []).startsWith('Refused'));
  const table = lesson?.beats.see.find(isCount);
  if (table?.kind !== 'table') throw new Error('The lesson has no such table any more.');
  const names = table.header.map((cell) => inlineText(cell).replace(', Zod', ' + Zod'));
  return Object.fromEntries(
    table.rows.map(([name, ...cells]) => [
      inlineText(name ?? []),
      Object.fromEntries(cells.map((cell, index) => [names[index + 1], inlineText(cell)])),
    ]),
  );
}

/** The race up to where speed would be measured. */
async function countOnly(): Promise<Racer[]> {
  if (lab?.race === undefined) throw new Error('The lab compare has no race any more.');
  const run = openRace({
    built: (name) => join(packageRoot, 'dist', name),
    findPython: async () => (python === undefined ? { problem: 'none' } : { command: python }),
    addCloser: () => {},
  });
  const ending = new AbortController();
  let race = startRace(lab.race);
  const onEvent = (event: RaceEvent) => {
    race = reduceRace(race, event);
    const isCounted = race.racers.every(({ state }) => state === 'ready' || state === 'out');
    if (isCounted) ending.abort();
  };
  await run(lab, { signal: ending.signal, onEvent });
  return race.racers;
}

describe('what the lesson Beside Flask and Django says of the race', async () => {
  const table = readTable();
  const racers = await countOnly();

  test('names every style', () => {
    const names = entrants.map(({ name }) => name).sort();
    for (const row of Object.values(table)) expect(Object.keys(row).sort()).toEqual(names);
    expect(racers.filter(({ state }) => state === 'ready').length).toBe(
      python === undefined ? 3 : 5,
    );
  });

  test.each(racers)('$entrant.name: its lines, what it refused, whether it has docs', (racer) => {
    const { name, lines } = racer.entrant;
    expect(table.Lines?.[name]).toBe(String(lines));
    if (racer.state === 'out') return;
    expect(table[`Refused of ${lab?.race?.mistakes.length}`]?.[name]).toBe(
      String(countRefused(racer)),
    );
    expect(table.Docs?.[name]).toBe(racer.hasDocs ? 'yes' : 'no');
  });
});
