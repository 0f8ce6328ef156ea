import { z } from 'zod';
import { withRule } from './parse-schema.ts';

/** Text with something in it, without the space around it. */
export const text = withRule(z.string().trim(), (value) => value !== '', {
  problem: 'The text is empty.',
  remedy: 'Write something, or take the key out where it may be left out.',
});

/** Text on one line. */
export const sentence = withRule(text, (value) => !value.includes('\n'), {
  problem: 'This has more than one line.',
  remedy: 'Write it on one line.',
});

const kebabPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Whether a text is kebab-case, as all ids are. */
export function isKebab(value: string): boolean {
  return kebabPattern.test(value);
}

export const kebabId = withRule(z.string(), isKebab, {
  problem: 'An id is written in kebab-case.',
  remedy: 'Use small letters, digits and single hyphens, as in text-as-number.',
});

export const minutes = withRule(z.int(), (value) => value >= 1 && value <= 120, {
  problem: 'Minutes go from 1 to 120.',
  remedy: 'Write how long a learner takes, in minutes.',
});
