import { expect, test } from 'vitest';
import { endToken, LanguageModel, loadModel } from '../../../labs/90-llm/parts/model.ts';

const model = loadModel(new URL('../../../labs/90-llm/data/corpus.txt', import.meta.url));

function write(
  from: LanguageModel,
  prompt: string,
  sampling: { temperature: number; seed: number },
) {
  let text = '';
  for (const token of from.generate(prompt, sampling)) {
    if (token === endToken) return text;
    text += from.pieces[token];
  }
  return text;
}

test('at temperature 0 it repeats the line that the prompt asks for, until two lines meet', () => {
  expect(write(model, 'What is FastAPI?', { temperature: 0, seed: 1 })).toBe(
    'FastAPI is a web framework for building APIs with Python. It reads the type hints of a function, checks each request against them and writes the docs from them.',
  );
});

test('the same seed writes the same text, and most other seeds another one', () => {
  const texts = Array.from({ length: 20 }, (_, seed) =>
    write(model, 'How does streaming work?', { temperature: 1, seed }),
  );
  const again = write(model, 'How does streaming work?', { temperature: 1, seed: 7 });
  expect(again).toBe(texts[7]);
  expect(new Set(texts).size).toBeGreaterThan(10);
});

test('a higher temperature gives unlikely tokens a chance', () => {
  const coin = new LanguageModel('a | yes\nb | yes\nc | yes\nd | no');
  const share = (temperature: number) => {
    const seeds = Array.from({ length: 1000 }, (_, seed) => seed);
    return seeds.filter((seed) => write(coin, '', { temperature, seed }) === 'no').length / 1000;
  };
  expect(share(0)).toBe(0);
  expect(share(1)).toBeCloseTo(1 / 4, 1);
  // The roots of 3/4 and 1/4 are to each other as 1.73 to 1.
  expect(share(2)).toBeCloseTo(1 / (1 + Math.sqrt(3)), 1);
});

test('the lowest temperatures draw the likeliest token, however small its chance', () => {
  const die = new LanguageModel('a | three\nb | one\nc | one\nd | two');
  const texts = [1e-4, 1e-320].flatMap((temperature) =>
    Array.from({ length: 50 }, (_, seed) => write(die, '', { temperature, seed })),
  );
  expect(new Set(texts)).toEqual(new Set(['one']));
});

test('what the prompt asks for counts for more, without deciding', () => {
  const topics = new LanguageModel('tea | green tea\ncoffee | black coffee');
  const texts = Array.from({ length: 2000 }, (_, seed) =>
    write(topics, 'Some tea?', { temperature: 1, seed }),
  );
  expect(texts.filter((text) => text === 'green tea').length).toBeGreaterThan(1900);
  expect(texts).toContain('black coffee');
});

test('tokens are the longest known pieces, and bytes of all else', () => {
  const counts = ['', 'FastAPI is', 'is', ' streaming', 'zzz', 'ü', '€', '🙂', '\ud800'];
  expect(counts.map((text) => model.countTokens(text))).toEqual([0, 2, 2, 4, 3, 2, 3, 4, 3]);
});
