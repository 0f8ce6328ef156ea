import { readEntries } from './error-list.ts';
import { isAbout, keysOf } from './failure-seen.ts';
import type { FailureSeen, HintCase } from './hint-cases.ts';

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The entries that the check asked for. */
const readExpected = ({ failure }: FailureSeen) =>
  listOf(Object(failure.expected).detail).map((entry) => Object(entry));

/** Mistakes in the shape of the list under `detail`, whatever it reports. */
export const listCases: HintCase[] = [
  {
    id: 'no-list-in-detail',
    when: (seen) => isAbout(seen, 'the body') && readEntries(seen).length === 0,
    hints: [
      'The reply must be an object with a list in `detail`.',
      'What stands under `detail` now: a sentence, an object, nothing? Is the list at the top?',
      'return c.json({ detail: [{ type: …, loc: …, msg: …, input: … }] }, 422);',
    ],
  },
  {
    id: 'entries-of-zod',
    when: (seen) => readEntries(seen)[0]?.path !== undefined,
    hints: [
      "These are Zod's own issues: they have `path` and `code` where FastAPI has `loc` and `type`.",
      'Which of the four keys can you take from an issue, and which must you add?',
      '{ type: …, loc: […], msg: …, input: … } // an object of your own for each issue',
    ],
  },
  {
    id: 'loc-is-no-list',
    when: (seen) => typeof readEntries(seen)[0]?.loc === 'string',
    hints: [
      '`loc` is a list of steps, not a text.',
      'Which two steps does the task name: where it came from, and what it is called there?',
      "loc: ['query', 'name'] // a list of two texts, no join('.')",
    ],
  },
  {
    id: 'message-of-zod',
    when: (seen) => /^invalid |received/i.test(String(readEntries(seen)[0]?.msg)),
    hints: [
      "`msg` is Zod's sentence; FastAPI has its own, which clients may show.",
      'Which message does the task name for this type?',
      "{ type: …, loc: …, msg: 'Input should be …', input: … } // not issue.message",
    ],
  },
  {
    id: 'input-not-sent-back',
    when: (seen) => isAbout(seen, 'the body') && !keysOf(readEntries(seen)[0]).includes('input'),
    hints: [
      'The entry has no `input`: what the caller sent, or null where nothing was.',
      'Do you give it a value? JSON leaves out a key whose value is undefined.',
      'input: value ?? null',
    ],
  },
  {
    id: 'more-entries-than-errors',
    when: (seen) =>
      isAbout(seen, 'the body') && readEntries(seen).length > readExpected(seen).length,
    hints: [
      'Your list has more entries than there are errors in this request.',
      'Which entry is about something that was allowed, or says the same as another?',
      'detail: result.error.issues.map((issue) => …) // an entry for each error, and no more',
    ],
  },
  {
    id: 'another-loc',
    when: (seen) =>
      isAbout(seen, 'the body') &&
      JSON.stringify(readEntries(seen)[0]?.loc) !== JSON.stringify(readExpected(seen)[0]?.loc),
    hints: (seen) => {
      const [place, name] = listOf(readExpected(seen)[0]?.loc);
      return [
        `\`loc\` says where it came from, here \`${place}\`, and what it is called there: \`${name}\`.`,
        `Which of these two steps is another one in your entry, or not there?`,
        `loc: ['${place}', '${name}']`,
      ];
    },
  },
];
