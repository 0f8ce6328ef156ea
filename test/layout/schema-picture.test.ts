import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { markRegions, showRegion } from '../../src/course/regions.ts';
import {
  countSchemaSteps,
  layoutGrowingSchema,
  layoutSchema,
  type SchemaBlock,
} from '../../src/layout/schema-picture.ts';
import { lineWidth } from '../../src/layout/width.ts';
import type { Line } from '../../src/model/lines.ts';
import { plainText } from '../../src/model/lines.ts';

const block: SchemaBlock = {
  kind: 'schema',
  component: 'Item',
  code: {
    language: 'python',
    source: { file: 'shop/main.py', firstLine: 1 },
    lines: [
      'class Item(BaseModel):',
      '    name: str',
      '    price: float = Field(gt=0)',
      '    tag: str = ""',
    ].map((text) => [{ text, kind: 'plain' }]),
  },
  schema: {
    properties: {
      name: { type: 'string', title: 'Name' },
      price: { type: 'number', exclusiveMinimum: 0, title: 'Price' },
      tag: { type: 'string', title: 'Tag', default: '' },
    },
    type: 'object',
    required: ['name', 'price'],
    title: 'Item',
  },
};

const text = (lines: Line[]) => lines.map((line) => plainText(line).trimEnd()).join('\n');

test('stands beside its model where both fit', () => {
  expect(
    text(layoutSchema(block, 110)),
  ).toBe(`shop/main.py                      Item in /openapi.json
│ class Item(BaseModel):          │ {
│     name: str                   │   "properties": {
│     price: float = Field(gt=0)  │     "name": {"type": "string", "title": "Name"},
│     tag: str = ""               │     "price": {"type": "number", "exclusiveMinimum": 0, "title": "Price"},
                                  │     "tag": {"type": "string", "title": "Tag", "default": ""}
                                  │   },
                                  │   "type": "object",
                                  │   "required": ["name", "price"],
                                  │   "title": "Item"
                                  │ }`);
});

test('stands below its model where they do not', () => {
  const lines = text(layoutSchema(block, 57)).split('\n');
  expect(lines.slice(0, 7)).toEqual([
    'shop/main.py',
    '│ class Item(BaseModel):',
    '│     name: str',
    '│     price: float = Field(gt=0)',
    '│     tag: str = ""',
    '',
    'Item in /openapi.json',
  ]);
});

describe('growing', () => {
  const room = { width: 77, height: 30 };
  const lit = (step: number) =>
    text(layoutGrowingSchema(block, step, room)).match(/▸ +.*?(?= *[│▸]|$)/gm);

  test('a step for the class and one for each field', () => {
    expect(countSchemaSteps(block)).toBe(4);
  });

  test('each step lights its field and what it makes, and shows nothing of the next', () => {
    expect(lit(0)).toEqual([
      '▸ class Item(BaseModel):',
      '▸   "type": "object",',
      '▸   "title": "Item"',
    ]);
    const first = text(layoutGrowingSchema(block, 1, room));
    expect(first).toMatch(/▸ {5}name: str/);
    expect(first).toMatch(/▸ {5}"name": \{/);
    expect(first).toMatch(/▸ {3}"required": \["name"\]/);
    expect(first).not.toContain('exclusiveMinimum');
    const second = text(layoutGrowingSchema(block, 2, room));
    expect(second).toMatch(/▸ .*"exclusiveMinimum": 0/);
    expect(second).toMatch(/▸ {3}"required": \["name", "price"\]/);
    const third = text(layoutGrowingSchema(block, 3, room));
    expect(third).not.toMatch(/▸ {3}"required"/);
    expect(third).toMatch(/▸ .*"default": ""/);
  });

  test('in `required` only the newest name is lit', () => {
    const spans = layoutGrowingSchema(block, 2, room).flat();
    const looks = (name: string) => spans.filter((one) => one.text === `"${name}"`).at(-1);
    expect(looks('price')).toMatchObject({ isBold: true, isUnderlined: true });
    expect(looks('name')?.isUnderlined).toBeUndefined();
  });

  test('stays as high as it will be', () => {
    const heights = [0, 1, 2, 3].map((step) => layoutGrowingSchema(block, step, room).length);
    expect(new Set(heights).size).toBe(1);
  });

  test('where there is little room, the newest stays in sight', () => {
    for (const [step, name] of ['name', 'price', 'tag'].entries()) {
      const lines = layoutGrowingSchema(block, step + 1, { width: 57, height: 11 });
      expect(lines.length).toBeLessThanOrEqual(11);
      expect(text(lines)).toMatch(new RegExp(`▸ +${name}: `));
      expect(text(lines)).toMatch(new RegExp(`▸ +"${name}": `));
    }
    const lines = text(layoutGrowingSchema(block, 2, { width: 57, height: 11 }));
    expect(lines).toContain('… 1 property so far');
    expect(lines).toContain('"required": [… "price"]');
  });
});

test.each([
  ['types', 'Order', 'order'],
  ['types', 'Customer', 'customer'],
  ['validation', 'Item', 'models'],
])('every field of %s.%s finds its property, at every width', (lab, component, region) => {
  const folder = { types: '20-types', validation: '30-validation' }[lab];
  const file = lab === 'types' ? 'parts/models.py' : 'main.py';
  const read = (name: string) =>
    readFileSync(new URL(`../../labs/${folder}/${name}`, import.meta.url), 'utf8');
  const marked = markRegions(read(file), 'python', (problem) => expect(problem).toBeUndefined());
  const place = marked.regions.get(region);
  const source = place === undefined ? '' : showRegion(marked, place).text;
  const { schemas } = JSON.parse(read('recorded.json')).openapi.components;
  const real: SchemaBlock = {
    kind: 'schema',
    component,
    code: {
      language: 'python',
      lines: source.split('\n').map((line) => [{ text: line, kind: 'plain' }]),
    },
    schema: schemas[component],
  };
  expect(countSchemaSteps(real)).toBe(Object.keys(schemas[component].properties).length + 1);
  for (const room of [
    { width: 57, height: 11 },
    { width: 77, height: 17 },
    { width: 117, height: 33 },
  ]) {
    for (let step = 0; step < countSchemaSteps(real); step++) {
      const lines = layoutGrowingSchema(real, step, room);
      expect(lines.length).toBeLessThanOrEqual(room.height);
      expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(room.width);
      const sides = lines.filter((line) => plainText(line).includes('▸'));
      expect(sides.length, `step ${step}`).toBeGreaterThan(1);
    }
    expect(Math.max(...layoutSchema(real, room.width).map(lineWidth))).toBeLessThanOrEqual(
      room.width,
    );
  }
});
