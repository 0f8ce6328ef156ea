import { execFileSync } from 'node:child_process';
import { z } from '@hono/zod-openapi';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bool } from '../../../labs/kit/bool.ts';
import { date, datetime } from '../../../labs/kit/date.ts';
import { int } from '../../../labs/kit/int.ts';
import { parsePythonJson } from '../../../labs/kit/parse-python-json.ts';
import { toPlain } from '../../../labs/kit/python-value.ts';
import { smartUnion } from '../../../labs/kit/smart-union.ts';
import { uuid } from '../../../labs/kit/uuid.ts';
import { toValidationErrors } from '../../../labs/kit/validation-errors.ts';
import { writePythonText } from '../../../labs/kit/write-python-text.ts';
import { drawnSeed } from '../../drawn-seed.ts';
import { findPython } from '../../grader/find-python.ts';

const python = findPython('pydantic');
if (python === undefined) console.log('Skipped: no Python here has pydantic.');
const valuesPerType = 2000;
const seed = drawnSeed();

/** Says of each line, a JSON value, what Pydantic makes of it. */
const script = `
import json, sys
from datetime import date, datetime
from uuid import UUID
from pydantic import TypeAdapter, ValidationError
class Text:
    validate_python = staticmethod(str)
    dump_json = staticmethod(lambda text: json.dumps(text).encode())
adapters = {name: TypeAdapter(kind) for name, kind in {
  "date": date, "datetime": datetime, "uuid": UUID, "bool": bool,
  "int | str": int | str, "bool | int": bool | int, "str | bool": str | bool}.items()}
adapters["text"] = Text
adapter = adapters[sys.argv[1]]
for line in sys.stdin:
    try:
        said = json.loads(adapter.dump_json(adapter.validate_python(json.loads(line))))
    except ValidationError as error:
        said = [[e["type"], list(e["loc"]), e["msg"], e.get("ctx")] for e in error.errors()]
    print(json.dumps(said))`;

const pair = (number: number) => String(number).padStart(2, '0');
const clock = fc
  .tuple(fc.nat(25), fc.nat(61), fc.constantFrom('', ':00', ':59', ':60', ':05.25', ':05,', ':5'))
  .map(([hour, minute, second]) => `${pair(hour)}:${pair(minute)}${second}`);
const day = fc
  .tuple(fc.constantFrom('2026', '2024', '1900', '0000', '0004'), fc.nat(13), fc.nat(32))
  .map(([year, month, of]) => `${year}-${pair(month)}-${pair(of)}`);
const zone = fc.constantFrom(
  '',
  '',
  'Z',
  'z',
  '+01:00',
  '-2359',
  '+24:00',
  '\u221201:30',
  '+1',
  'x',
);
const moment = fc
  .tuple(day, fc.constantFrom('T', 't', ' ', '_', 'x', ''), clock, zone)
  .map((parts) => parts.join(''));
const digits = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    fc.bigInt(0n, 10n ** 20n),
    fc.constantFrom('', '', '.5', '.', 'e5'),
  )
  .map((parts) => parts.join(''));
const group = fc.constantFrom('12345678', 'ABCD', 'abcd', '0123456789ab', '0123', 'é', 'g');
const identifier = fc.oneof(
  fc.uuid(),
  fc.uuid().map((text) => `{${text}}`),
  fc.uuid().map((text) => `urn:uuid:${text}`),
  fc.array(group, { maxLength: 6 }).map((groups) => groups.join('-')),
);

/** A text with a character taken out, put in, or changed. */
const spoiled = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(
      text,
      fc.nat(40),
      fc.nat(2),
      fc.constantFrom('0', '9', '-', ':', 'T', '+', '.', 'g', '{', '}', ' ', 'é'),
    )
    .map(([whole, at, cut, character]) => whole.slice(0, at) + character + whole.slice(at + cut));

const number = fc.oneof(
  fc.integer({ min: -100_000_000_000, max: 300_000_000_000 }),
  fc.double({ min: -1e12, max: 1e15, noNaN: true }),
  fc.nat(40_000).map((days) => days * 86_400),
);
const text = fc.oneof(
  day,
  moment,
  digits,
  identifier,
  spoiled(moment),
  spoiled(identifier),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('yes', 'OFF', '1', ' 7 ', '1.0', 'true'),
);
const value = fc.oneof(
  { arbitrary: text.map((content) => JSON.stringify(content)), weight: 12 },
  { arbitrary: number.map(String), weight: 4 },
  fc.constantFrom('null', 'true', 'false', '0', '1', '1.5', 'NaN', '-Infinity', '1e30', '[]', '{}'),
  fc.bigInt(-(10n ** 30n), 10n ** 30n).map(String),
);

/** What the kit makes of a line, in the form of the script. */
function judge(schema: z.ZodType, line: string): unknown {
  const parsed = parsePythonJson(line);
  if (parsed.kind !== 'value') throw new Error(`${line} is no JSON.`);
  const result = schema.safeParse(toPlain(parsed.value));
  if (result.success) return result.data;
  const errors = toValidationErrors(result.error.issues, parsed.value);
  return errors.map(({ type, loc, msg, ctx = null }) => [type, loc.slice(1), msg, ctx]);
}

function askPydantic(type: string, lines: string[]): unknown[] {
  const answer = execFileSync(python ?? '', ['-c', script, type], { input: lines.join('\n') });
  return answer
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const isBig = (line: string) => /[0-9]{16}|e[0-9]/.test(line);

test.skipIf(python === undefined).each([
  ['date', date(), () => true],
  ['datetime', datetime(), () => true],
  ['uuid', uuid(), () => true],
  ['bool', bool(), () => true],
  // An integer beyond 2^53 loses digits.
  ['int | str', smartUnion([int(), z.string()]), (line: string) => !isBig(line)],
  ['bool | int', smartUnion([bool(), int()]), (line: string) => !isBig(line)],
  ['str | bool', smartUnion([z.string(), bool()]), (line: string) => !isBig(line)],
])(`%s is what it is to Pydantic (API_LABS_SEED=${seed})`, (type, schema, isAsked) => {
  const lines = fc.sample(value, { numRuns: valuesPerType, seed }).filter(isAsked);
  const theirs = askPydantic(type, lines);
  const mine = lines.map((line) => judge(schema, line));
  expect(lines.map((line, index) => [line, mine[index]])).toEqual(
    lines.map((line, index) => [line, theirs[index]]),
  );
});

test.skipIf(python === undefined)(`text is what str() makes of it (API_LABS_SEED=${seed})`, () => {
  const seen = [...' é😀"\'\\\n\t\u0000\u007f\u00a0\u200b\u2028\ue000', 'a', 'z'];
  const anything = fc
    .jsonValue({ stringUnit: fc.constantFrom(...seen) })
    .map((json) => JSON.stringify(json));
  const lines = fc.sample(anything, { numRuns: valuesPerType, seed });
  const mine = lines.map((line) => {
    const parsed = parsePythonJson(line);
    return parsed.kind === 'value' ? writePythonText(parsed.value) : parsed.kind;
  });
  expect(mine).toEqual(askPydantic('text', lines));
});
