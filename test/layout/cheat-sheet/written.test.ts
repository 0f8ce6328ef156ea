import { expect, test } from 'vitest';
import type { CheatSheet } from '../../../src/layout/cheat-sheet/fit.ts';
import { sheetHtml } from '../../../src/layout/cheat-sheet/html.ts';
import { sheetMarkdown } from '../../../src/layout/cheat-sheet/markdown.ts';
import { makeWords } from './large-course.ts';

const hostile = `<img src=x onerror="alert('1')"> & *stars* </script>`;
const plain = (text: string) => [{ text, style: 'plain' as const }];

const sheet: CheatSheet = {
  sizePt: 9,
  answer: plain(`Answer ${hostile}`),
  pages: [
    [
      { kind: 'heading', text: 'Say it' },
      { kind: 'sentence', title: `Title ${hostile}`, text: plain(`Sentence ${hostile}`) },
      { kind: 'sentence', title: 'Why?', text: [{ text: 'shown', style: 'strong' }] },
      { kind: 'correction', brief: plain(`Brief ${hostile}`), say: plain(`Say ${hostile}`) },
    ],
    [
      { kind: 'heading', text: 'Asked' },
      {
        kind: 'card',
        ask: plain(`Ask ${hostile}`),
        answer: [
          { text: `list[str] ${hostile}`, style: 'code' },
          { text: 'linked', style: 'link', href: 'javascript:alert(1)' },
        ],
      },
    ],
  ],
  leftOut: { corrections: 1, cards: 2 },
};

test('everything that comes from the course is escaped', () => {
  const html = sheetHtml(sheet);
  const escaped =
    '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; *stars* &lt;/script&gt;';
  for (const lead of ['Answer', 'Title', 'Sentence', 'Brief', 'Say', 'Ask', 'list[str]']) {
    expect(html).toContain(`${lead} ${escaped}`);
  }
  expect(html).not.toContain('<img');
  expect(html).not.toContain('javascript:');
  expect(html.match(/<\/script>/g)).toHaveLength(1);
});

test('the page needs nothing but itself', () => {
  expect(sheetHtml(sheet)).not.toMatch(/<[^>]*\b(?:src|href)=|url\(|https?:|@import/);
});

test('a title that is no question is parted from its sentence; what was left out is said', () => {
  const html = sheetHtml(sheet);
  expect(html).toContain('<b class="title">Why?</b> <strong>shown</strong>');
  expect(html).toContain('&lt;/script&gt;:</b> Sentence');
  expect(html).toContain('Left out for want of room: 1 correction and 2 cards.');
  expect(sheetHtml({ ...sheet, leftOut: { corrections: 0, cards: 0 } })).not.toContain('Left out');
});

test('Markdown has the same, with its own signs escaped', () => {
  expect(sheetMarkdown(sheet).split('\n')).toEqual([
    '# Cheat sheet',
    '',
    `> Answer \\<img src=x onerror="alert('1')"> & \\*stars\\* \\</script>`,
    '',
    '## Say it',
    '',
    `- **Title \\<img src=x onerror="alert('1')"> & \\*stars\\* \\</script>:** Sentence \\<img src=x onerror="alert('1')"> & \\*stars\\* \\</script>`,
    '- **Why?** **shown**',
    `- **Notes:** Brief \\<img src=x onerror="alert('1')"> & \\*stars\\* \\</script> **Say:** Say \\<img src=x onerror="alert('1')"> & \\*stars\\* \\</script>`,
    '',
    '## Asked',
    '',
    `- **Ask \\<img src=x onerror="alert('1')"> & \\*stars\\* \\</script>** \`list[str] ${hostile}\`linked`,
    '',
    'Left out for want of room: 1 correction and 2 cards. api-labs search finds them.',
    '',
  ]);
});

test('code with a backtick, and lines that are broken, stay whole in Markdown', () => {
  const text = makeWords(3, 1);
  const card = {
    kind: 'card' as const,
    ask: plain(`${text}\n  more`),
    answer: [{ text: 'a`b', style: 'code' as const }],
  };
  expect(sheetMarkdown({ ...sheet, answer: [], pages: [[card], []] })).toContain(
    `- **${text} more** \`\` a\`b \`\``,
  );
});
