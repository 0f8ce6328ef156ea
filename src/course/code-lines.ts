import type { Code, CodeLine } from '../model/course.ts';

/** Splits code into lines of coloured tokens. */
export type Highlight = (text: string, language: Code['language']) => CodeLine[];

/** Lines of one plain token each. */
export const plainLines: Highlight = (text) =>
  text.split('\n').map((line) => (line === '' ? [] : [{ text: line, kind: 'plain' }]));
