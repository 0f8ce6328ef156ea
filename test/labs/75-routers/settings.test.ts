import { expect, test } from 'vitest';
import { readSettings } from '../../../labs/75-routers/parts/settings.ts';

test('settings come from the environment, as the types of their fields say', () => {
  expect(readSettings({ PATH: '/bin' })).toEqual({
    app_name: 'Routers',
    greeting: 'Hello',
    items_per_user: 50,
  });
  const changed = readSettings({ ITEMS_PER_USER: ' 5 ', GREETING: 'Servus' });
  expect(changed).toMatchObject({ items_per_user: 5, greeting: 'Servus' });
});

test('a value that does not fit is named with what is wrong with it', () => {
  expect(() => readSettings({ ITEMS_PER_USER: 'abc' })).toThrow(
    'ITEMS_PER_USER is abc in the environment. Input should be a valid integer, unable to parse string as an integer.',
  );
  expect(() => readSettings({ ITEMS_PER_USER: '0' })).toThrow('greater than or equal to 1');
});
