import { expect, test } from 'vitest';
import { type Case, change, findProblems, lessonFile, recapFile } from './broken-course.ts';

const cases: Case[] = [
  [
    'a missing beat and one that is none',
    [change(lessonFile, '## Defend it', '## Defend')],
    [
      `${lessonFile} · line 11 ·  · The beat Defend it is missing.`,
      `${lessonFile} · line 65 · ## Defend · This heading is none of the five beats.`,
    ],
  ],
  [
    'beats out of order, twice and empty',
    [
      {
        write: recapFile,
        content:
          '---\ntitle: Recap\nsummary: Again.\nminutes: 3\nlab: hello\nexercises: []\nsources: []\n---\nEarly.\n\n## See it\na\n## Say it\nb\n## Say it\nc\n## Run it\n## Build it\nd\n## Defend it\n',
      },
    ],
    [
      `${recapFile} · line 9 · Early. · This stands before the first beat.`,
      `${recapFile} · line 13 · ## Say it · The beat Say it is out of order.`,
      `${recapFile} · line 15 · ## Say it · The beat Say it is there twice.`,
      `${recapFile} · line 17 · ## Run it · The beat Run it is empty.`,
    ],
  ],
  [
    'Markdown that cannot be shown',
    [
      change(
        recapFile,
        'It greets.',
        '#### Deep\n\n- a\n  - b\n\n<b>x</b>\n\n![i](https://e.org/i.png) a &amp; b\n\n    code\n\n| a |\n|---|---|\n',
      ),
    ],
    [
      `${recapFile} · line 11 · #### Deep · A heading of this depth has no place here.`,
      `${recapFile} · line 13 · - b · A list item holds one paragraph only.`,
      `${recapFile} · line 16 · <b> · HTML cannot be shown in a terminal.`,
      `${recapFile} · line 16 · </b> · HTML cannot be shown in a terminal.`,
      `${recapFile} · line 18 · ![i](https://e.org/i.png) · An image cannot be shown in a terminal.`,
      `${recapFile} · line 18 · &amp; · HTML entities are shown as they stand.`,
      `${recapFile} · line 20 · code · Code by indentation has no language.`,
      `${recapFile} · line 22 · | a | |---|---| · This looks like a table, but its rows differ in their number of cells.`,
    ],
  ],
  [
    'fences that have no place in a lesson',
    [
      change(
        recapFile,
        'It greets.',
        '```python\nx\n```\n```ts\nx\n```\n```jsn\nx\n```\n```\nx\n```\n```request\nx\n```\n',
      ),
    ],
    [
      `${recapFile} · line 11 · \`\`\`python · Code is typed into the lesson, where nothing runs it.`,
      `${recapFile} · line 14 · \`\`\`ts · Code is typed into the lesson, where nothing runs it.`,
      `${recapFile} · line 17 · \`\`\`jsn · A fence of the kind jsn has no place here.`,
      `${recapFile} · line 20 · \`\`\` · This fence names no language.`,
      `${recapFile} · line 23 · \`\`\`request · The fence request belongs in lab.md.`,
    ],
  ],
  [
    'a fence that is not closed',
    [change(recapFile, '## Defend it', '## Defend it\n\n```text\nx')],
    [`${recapFile} · line 27 · \`\`\`text · This fence is not closed.`],
  ],
];

test.each(cases)('reported: %s', async (_, changes, problems) => {
  expect(await findProblems(changes)).toEqual(problems);
});
