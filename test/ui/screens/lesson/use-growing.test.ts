import { expect, test } from 'vitest';
import type { Block } from '../../../../src/model/course.ts';
import { plainText } from '../../../../src/model/lines.ts';
import { layoutGrowing } from '../../../../src/ui/screens/lesson/use-growing.ts';
import { picturesBeats } from '../../course-fixture.ts';

const room = { width: 77, height: 17 };
const blocks = picturesBeats.see;
const schema = blocks.find(({ kind }) => kind === 'schema');
if (schema === undefined) throw new Error('there is no schema');

test('the first schema that has not grown to its end is the one that grows', () => {
  const second: Block = { ...schema };
  const both = [...blocks, second];
  const begun = layoutGrowing(both, new Map(), room);
  expect(begun.block).toBe(schema);
  expect(plainText(begun.lines[begun.first] ?? [])).toContain('Input in /openapi.json');
  expect(begun.last).toBeGreaterThan(begun.first);
  const grown = layoutGrowing(both, new Map([[schema, 3]]), room);
  expect(grown.block).toBe(second);
  expect(grown.first).toBeGreaterThan(begun.first);
  const all = layoutGrowing(
    both,
    new Map([
      [schema, 3],
      [second, 3],
    ]),
    room,
  );
  expect(all.block).toBeUndefined();
});

test('a schema that has grown stands whole, and nothing of it is lit', () => {
  const { lines } = layoutGrowing(blocks, new Map([[schema, 3]]), room);
  const text = lines.map(plainText).join('\n');
  expect(text).not.toContain('▸');
  expect(text).toContain('"required": ["feature1"');
});

test('a schema too long for the room leaves what leads up to it in sight', () => {
  const long = {
    type: 'number',
    title: 'Long',
    description: 'x',
    default: 0,
    minimum: 0,
    maximum: 9,
  };
  const properties = { feature1: long, feature2: long };
  if (schema.kind !== 'schema') throw new Error('there is no schema');
  const block: Block = { ...schema, schema: { type: 'object', properties } };
  const heightIn = (height: number) => {
    const { lines } = layoutGrowing([...picturesBeats.say.slice(0, 1), block], new Map(), {
      ...room,
      height,
    });
    return lines.length;
  };
  expect(heightIn(17)).toBe(17);
  // Where that would leave too little, it takes the room and is scrolled to.
  expect(heightIn(14)).toBeGreaterThan(14);
});

test('blocks without a schema are only laid out', () => {
  expect(layoutGrowing(picturesBeats.say, new Map(), room).block).toBeUndefined();
});
