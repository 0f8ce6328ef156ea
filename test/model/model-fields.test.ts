import { expect, test } from 'vitest';
import type { Code } from '../../src/model/course.ts';
import { keepProperties, readModel } from '../../src/model/model-fields.ts';

function python(text: string): Code {
  return {
    language: 'python',
    lines: text.split('\n').map((line) => [{ text: line, kind: 'plain' }]),
  };
}

const schemaOf = (...names: string[]) => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});

function fieldsOf(text: string, component: string, ...names: string[]) {
  return readModel(python(text), component, schemaOf(...names)).fields.map(
    ({ name, property, firstLine, lastLine }) => [name, property, firstLine, lastLine],
  );
}

test('fields are the annotated names of the class that the component is made of', () => {
  const text = `class Address(BaseModel):
    city: str


class Order(BaseModel):
    """An order: what
    a: customer wants."""

    model_config = ConfigDict(extra="forbid")

    # note: a comment
    quantity: int = Field(gt=0)
    ship_to: Address

    @field_validator("quantity")
    def check(cls, value: int):
        x: int = 1
        return value`;
  expect(fieldsOf(text, 'Order', 'quantity', 'ship_to')).toEqual([
    ['quantity', 'quantity', 11, 11],
    ['ship_to', 'ship_to', 12, 12],
  ]);
  expect(readModel(python(text), 'Order', schemaOf()).headLine).toBe(4);
  expect(fieldsOf(text, 'Address', 'city')).toEqual([['city', 'city', 1, 1]]);
});

test('a field goes on over several lines', () => {
  const text = `class Item(BaseModel):
    price: Annotated[
        float,
        Field(gt=0),
    ]
    name: str = Field(
        min_length=2
    )
    tags: list[str] = []`;
  expect(fieldsOf(text, 'Item', 'price', 'name', 'tags')).toEqual([
    ['price', 'price', 1, 4],
    ['name', 'name', 5, 7],
    ['tags', 'tags', 8, 8],
  ]);
});

test('an alias names the property; a field that the schema leaves out has none', () => {
  const text = `class Item(BaseModel):
    item_id: int = Field(alias="itemId")
    unit_price: float
    label: str = Field(serialization_alias="title", validation_alias="name")
    secret: str = Field(exclude=True)`;
  expect(fieldsOf(text, 'Item', 'itemId', 'unitPrice', 'name')).toEqual([
    ['item_id', 'itemId', 1, 1],
    ['unit_price', 'unitPrice', 2, 2],
    ['label', 'name', 3, 3],
    ['secret', undefined, 4, 4],
  ]);
});

test('what a base class in the same code declares comes first, unless it is declared anew', () => {
  const text = `class BookBase(BaseModel):
    title: str
    year: int

class Book(BookBase):
    id: int
    year: int | None`;
  expect(fieldsOf(text, 'Book-Output', 'title', 'id', 'year')).toEqual([
    ['title', 'title', 1, 1],
    ['id', 'id', 5, 5],
    ['year', 'year', 6, 6],
  ]);
});

test('code without a class has no fields', () => {
  expect(readModel(python('x = 1'), 'Order', schemaOf())).toEqual({ headLine: 0, fields: [] });
});

test('a schema that grows has the properties declared so far, and only them in `required`', () => {
  const schema = {
    properties: { a: { type: 'integer' }, b: { $ref: '#/components/schemas/B' } },
    type: 'object',
    required: ['b'],
  };
  expect(keepProperties(schema, new Set(['a']))).toEqual({
    properties: { a: { type: 'integer' } },
    type: 'object',
  });
  expect(keepProperties(schema, new Set(['a', 'b']))).toEqual(schema);
  expect(keepProperties({ enum: ['x'] }, new Set())).toEqual({ enum: ['x'] });
});
