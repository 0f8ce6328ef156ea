import { expect, test } from 'vitest';
import { toAnsi } from '../../src/layout/ansi.ts';
import { toCurl } from '../../src/layout/curl.ts';
import { layoutExchange } from '../../src/layout/exchange.ts';
import type { Exchange, Json } from '../../src/model/exchange.ts';

const headers = { 'content-type': 'application/json' };

function exchangeOf(body: string, status: number, json: Json): Exchange {
  return {
    request: { method: 'POST', path: '/predict', headers, body },
    response: { status, headers, body: JSON.stringify(json), json },
    durationMs: 3.24,
  };
}

const show = (exchange: Exchange, width = 60) =>
  toAnsi(layoutExchange(exchange, width), { isColoured: false });

test('points each entry of a 422 at its field in the body that was sent', () => {
  const body = '{"feature1": "abc", "x": 1}';
  const detail = [
    {
      type: 'float_parsing',
      loc: ['body', 'feature1'],
      msg: 'Input should be a valid number',
      input: 'abc',
    },
    {
      type: 'missing',
      loc: ['body', 'feature2'],
      msg: 'Field required',
      input: { feature1: 'abc', x: 1 },
    },
  ];
  expect(show(exchangeOf(body, 422, { detail }))).toBe(`POST /predict
{
  "feature1": "abc",
              ▲ feature1: Input should be a valid number
                (float_parsing)
  "x": 1
}
▲ feature2: Field required (missing)

422 Unprocessable Content  3.2 ms
{
  "detail": [
    {
      "type": "float_parsing",
      "loc": ["body", "feature1"],
      "msg": "Input should be a valid number",
      "input": "abc"
    },
    {
      "type": "missing",
      "loc": ["body", "feature2"],
      "msg": "Field required",
      "input": {"feature1": "abc", "x": 1}
    }
  ]
}
`);
});

test('points malformed JSON at the character it speaks of', () => {
  const detail = [
    {
      type: 'json_invalid',
      loc: ['body', 4],
      msg: 'JSON decode error',
      input: {},
      ctx: { error: 'Expecting value' },
    },
  ];
  expect(
    show(exchangeOf('{"a"x', 422, { detail }), 72)
      .split('\n')
      .slice(0, 3),
  ).toEqual(['POST /predict', '{"a"x', '    ▲ JSON decode error: Expecting value (json_invalid)']);
});

test('says why there is no reply', () => {
  const exchange: Exchange = {
    request: { method: 'GET', path: '/', headers: {} },
    durationMs: 2500,
    failure: 'no reply within 2.5 s',
  };
  expect(show(exchange)).toBe('GET /\n\nno reply within 2.5 s\n');
});

test('headers share a row where all fit, and have one each where they do not', () => {
  const named = { ...headers, vary: 'Origin', 'x-process-time': '0.0076', 'x-request-id': 'a b c' };
  const body = '{"a":1}';
  const exchange = exchangeOf('', 200, { a: 1 });
  const response = { status: 200, headers: named, body, json: { a: 1 } };
  expect(show({ ...exchange, response }, 72)).toContain(
    '\nvary: Origin   x-process-time: 0.0076   x-request-id: a b c\n',
  );
  expect(show({ ...exchange, response }, 40)).toContain(
    '\nvary: Origin\nx-process-time: 0.0076\nx-request-id: a b c\n',
  );
});

test('never writes a line wider than asked for', () => {
  const long = 'x'.repeat(200);
  const lines = show(exchangeOf(JSON.stringify({ feature1: long }), 200, { echo: long }), 40).split(
    '\n',
  );
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
});

test('writes a request as a curl command that a shell reads back unchanged', () => {
  const request = { method: 'POST', path: '/predict', headers, body: `{"a": "it's"}` };
  expect(toCurl('http://127.0.0.1:8000', request)).toBe(
    `curl -i -X POST http://127.0.0.1:8000/predict -H 'content-type: application/json' --data-raw '{"a": "it'\\''s"}'`,
  );
});

test('shows numbers as they were written, in the body that was sent and in the reply', () => {
  const body = '{"feature1": 1.0, "feature2": 1e3}';
  const detail = [{ type: 'x', loc: ['body', 'feature1'], msg: 'No', input: 1 }];
  const refused = exchangeOf(body, 422, { detail });
  expect(show(refused)).toContain('"feature1": 1.0,');
  const response = { status: 200, headers, body: '{"feature1":1.0,"b":[1e+16]}', json: {} };
  expect(show({ ...refused, response })).toContain('{"feature1": 1.0, "b": [1e+16]}');
});
