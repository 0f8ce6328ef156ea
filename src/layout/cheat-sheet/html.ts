import type { Inline } from '../../model/course.ts';
import type { SheetItem } from './collect.ts';
import type { CheatSheet } from './fit.ts';
import { leftOutText, sheetTitle } from './markdown.ts';
import { labels, paper, titleOf } from './measure.ts';

/** The sheet as one page of HTML that needs nothing else; it prints on two pages of A4 or Letter. */
export function sheetHtml(sheet: CheatSheet): string {
  const [first, second] = sheet.pages;
  const leftOut = leftOutText(sheet);
  const answer =
    sheet.answer.length === 0 ? '' : `<blockquote>${inline(sheet.answer)}</blockquote>\n`;
  const foot = leftOut === undefined ? '' : `<footer>${escapeHtml(leftOut)}</footer>\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(sheetTitle)}</title>
<style>${css(sheet.sizePt)}</style>
</head>
<body>
<section class="sheet">
<h1>${escapeHtml(sheetTitle)}</h1>
${answer}${columns(first)}</section>
<section class="sheet">
${columns(second)}${foot}</section>
<script>${keepWithinPages}</script>
</body>
</html>
`;
}

function columns(items: SheetItem[]): string {
  return `<div class="columns">\n${items.map((item) => `${itemHtml(item)}\n`).join('')}</div>\n`;
}

function itemHtml(item: SheetItem): string {
  switch (item.kind) {
    case 'heading':
      return `<h2>${escapeHtml(item.text)}</h2>`;
    case 'sentence':
      return `<p><b class="title">${escapeHtml(titleOf(item))}</b> ${inline(item.text)}</p>`;
    case 'correction':
      return `<p><b class="not">${labels.brief}</b> ${inline(item.brief)} <b class="but">${labels.say}</b> ${inline(item.say)}</p>`;
    case 'card':
      return `<p><b>${inline(item.ask)}</b> ${inline(item.answer)}</p>`;
    default:
      return item satisfies never;
  }
}

function inline(parts: Inline[]): string {
  return parts
    .map(({ text, style }) => {
      const escaped = escapeHtml(text);
      switch (style) {
        case 'code':
          return `<code>${escaped}</code>`;
        case 'strong':
          return `<strong>${escaped}</strong>`;
        case 'emphasis':
          return `<em>${escaped}</em>`;
        case 'plain':
        case 'link':
          return escaped;
        default:
          return style satisfies never;
      }
    })
    .join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * The pages were filled for the usual fonts. Where another one takes more room, what does not fit goes on to
 * the second page, and what does not fit there is left out: nothing is cut off, and there is no third page.
 */
const keepWithinPages = `
const [first, second] = document.querySelectorAll('.columns');
const isFull = (columns) => columns.scrollWidth > columns.clientWidth + 1;
while (isFull(first) && first.lastElementChild) second.prepend(first.lastElementChild);
while (isFull(second) && second.lastElementChild) second.lastElementChild.remove();
for (const last of [first.lastElementChild, second.lastElementChild]) {
  if (last && last.tagName === 'H2') last.remove();
}
`;

function css(sizePt: number): string {
  const { lineHeightEm, answerSizeEm, answerIndentEm } = paper;
  const inHeading = (ems: number) => (ems / paper.headingSizeEm).toFixed(3);
  return `
@page { margin: ${paper.marginMm}mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body {
  font: ${sizePt}pt/${lineHeightEm} Arial, "Liberation Sans", Helvetica, "Nimbus Sans", sans-serif;
  color: #111; background: #ddd; -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.sheet {
  width: ${paper.widthMm}mm; height: ${paper.heightMm}mm; overflow: hidden;
  display: flex; flex-direction: column; background: #fff;
}
.columns {
  flex: 1 1 0; min-height: 0;
  columns: ${paper.columns}; column-gap: ${paper.gapMm}mm;
}
h1 {
  font-size: 1.4em; line-height: ${lineHeightEm}; height: ${(paper.titleEm / 1.4).toFixed(3)}em;
  flex: none; color: #114b5f;
}
blockquote {
  flex: none; font-size: ${answerSizeEm}em; font-weight: bold;
  padding-left: ${(answerIndentEm / answerSizeEm - 0.15).toFixed(3)}em; border-left: 0.15em solid #114b5f;
  margin-bottom: ${(paper.answerGapEm / answerSizeEm).toFixed(3)}em;
}
h2 {
  font-size: ${paper.headingSizeEm}em; color: #114b5f; break-after: avoid; break-inside: avoid;
  background: linear-gradient(#114b5f, #114b5f) bottom / 100% 0.5pt no-repeat;
  margin: ${inHeading(paper.headingAboveEm)}em 0 ${inHeading(paper.headingBelowEm)}em;
}
p { break-inside: avoid; margin-bottom: ${paper.itemGapEm}em; overflow-wrap: anywhere; }
code { font-family: "Courier New", "Liberation Mono", Courier, monospace; font-size: 1em; line-height: 0; }
h2:first-child { margin-top: 0; }
.title { color: #114b5f; }
.not { color: #9b1c1c; }
.but { color: #14613a; }
footer { flex: none; margin-top: ${paper.footGapEm}em; color: #444; white-space: nowrap; }
@media screen {
  body { padding: 8mm; }
  .sheet { box-sizing: content-box; padding: ${paper.marginMm}mm; margin: 0 auto 8mm; }
}
@media print {
  body { background: none; }
  .sheet { break-inside: avoid; margin: 0 auto; }
  .sheet:first-of-type { break-after: page; }
}
`;
}
