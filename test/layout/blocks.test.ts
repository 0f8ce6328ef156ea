import { expect, test } from 'vitest';
import { layoutBlocks } from '../../src/layout/blocks.ts';
import type { Block, Inline } from '../../src/model/course.ts';
import { plainText } from '../../src/model/lines.ts';

const cell = (text: string): Inline[] => [{ text, style: 'plain' }];
const row = (...texts: string[]) => texts.map(cell);

test('where the name of a row goes on below, it is not taken for the next row', () => {
  const table: Block = {
    kind: 'table',
    header: row('Who', 'What'),
    rows: [row('Middleware of the app', 'runs around it, always'), row('Lifespan', 'runs')],
  };
  const show = (width: number) =>
    layoutBlocks([table], width).map((line) => plainText(line).trimEnd());
  expect(show(30)).toEqual([
    'Who             What',
    '──────────────────────────────',
    'Middleware of   runs around',
    '  the app       it, always',
    'Lifespan        runs',
  ]);
  expect(show(60)).toEqual([
    'Who                    What',
    '─────────────────────────────────────────────',
    'Middleware of the app  runs around it, always',
    'Lifespan               runs',
  ]);
});
