import type { Inline } from '../../model/course.ts';
import type { SheetItem } from './collect.ts';
import type { CheatSheet } from './fit.ts';
import { labels, titleOf } from './measure.ts';

export const sheetTitle = 'Cheat sheet';

/** The sheet as Markdown, with what stands on its two pages. */
export function sheetMarkdown(sheet: CheatSheet): string {
  const answer = sheet.answer.length === 0 ? [] : [`> ${inline(sheet.answer)}`, ''];
  const leftOut = leftOutText(sheet);
  return [
    `# ${sheetTitle}`,
    '',
    ...answer,
    ...sheet.pages.flat().flatMap(itemLines),
    ...(leftOut === undefined ? [] : ['', leftOut]),
    '',
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** What there was no room for. */
export function leftOutText({ leftOut }: CheatSheet): string | undefined {
  const count = (number: number, name: string) =>
    number === 0 ? [] : [`${number} ${name}${number === 1 ? '' : 's'}`];
  const parts = [...count(leftOut.corrections, 'correction'), ...count(leftOut.cards, 'card')];
  return parts.length === 0
    ? undefined
    : `Left out for want of room: ${parts.join(' and ')}. api-labs search finds them.`;
}

function itemLines(item: SheetItem): string[] {
  switch (item.kind) {
    case 'heading':
      return ['', `## ${item.text}`, ''];
    case 'sentence':
      return [`- **${plain(titleOf(item))}** ${inline(item.text)}`];
    case 'correction':
      return [`- **${labels.brief}** ${inline(item.brief)} **${labels.say}** ${inline(item.say)}`];
    case 'card':
      return [`- **${inline(item.ask)}** ${inline(item.answer)}`];
    default:
      return item satisfies never;
  }
}

function inline(parts: Inline[]): string {
  return parts
    .map(({ text, style }) => {
      switch (style) {
        case 'code':
          return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
        case 'strong':
          return `**${plain(text)}**`;
        case 'emphasis':
          return `*${plain(text)}*`;
        case 'plain':
        case 'link':
          return plain(text);
        default:
          return style satisfies never;
      }
    })
    .join('')
    .replace(/\s*\n\s*/g, ' ');
}

/** Text that Markdown takes as it is. */
function plain(text: string): string {
  return text.replace(/[\\*_`[\]<]/g, '\\$&');
}
