import type { Reply } from './check-api.ts';
import { isAbout, keysOf } from './failure-seen.ts';
import type { FailureSeen, HintCase } from './hint-cases.ts';

/** `detail` with the four keys asked for of each entry, so that further ones are free; else the whole reply. */
export function readErrors(reply: Reply): unknown {
  const detail: unknown = Object(reply.json).detail;
  if (!Array.isArray(detail)) return reply.json ?? reply.body;
  const entries = detail.map((entry) => {
    if (typeof entry !== 'object' || entry === null || !('loc' in entry)) return entry;
    const { type, loc, msg, input } = entry;
    return { type, loc, msg, input };
  });
  return { detail: entries };
}

/** The entries under `detail` that came; none when it is no list. */
export function readEntries({ exchange }: FailureSeen) {
  const { detail } = Object(exchange?.response?.json);
  return Array.isArray(detail) ? detail.map((entry) => Object(entry)) : [];
}

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
      'The entry has no `input`: what the caller sent.',
      'Do you give it a value? JSON leaves out a key whose value is undefined.',
      'input: … // the text as it was sent, or null where nothing was',
    ],
  },
];
