import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadCourse } from '../../../src/course/load.ts';
import { collectSheet } from '../../../src/layout/cheat-sheet/collect.ts';
import { type CheatSheet, fitSheet } from '../../../src/layout/cheat-sheet/fit.ts';
import { sheetHtml } from '../../../src/layout/cheat-sheet/html.ts';
import type { Lesson } from '../../../src/model/course.ts';
import { largest, makeLessons } from './large-course.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const hasChromium = existsSync(executablePath);
if (!hasChromium) console.log(`Skipped: no Chromium at ${executablePath} (set CHROMIUM_PATH).`);

async function loadLessons(): Promise<Lesson[]> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const { course, problems } = await loadCourse(root);
  if (course === undefined) throw new Error(`The course has ${problems.length} problems.`);
  return course.lessons;
}

/** Run in the page: how much of each sheet is filled, and whether all its items lie within it. */
const measureSheets = `[...document.querySelectorAll('.sheet')].map((element) => {
  const frame = element.getBoundingClientRect();
  const items = [...element.querySelectorAll('h1, h2, blockquote, p, footer')];
  const isInside = ({ left, right, top, bottom }) =>
    left >= frame.left - 1 && right <= frame.right + 1 && top >= frame.top - 1 && bottom <= frame.bottom + 1;
  const sizes = [...element.querySelectorAll('*')].map((one) => parseFloat(getComputedStyle(one).fontSize));
  const bottoms = items.map((item) => item.getBoundingClientRect().bottom - frame.top);
  return {
    items: element.querySelectorAll('h2, p').length,
    isWhole: items.every((item) => [...item.getClientRects()].every(isInside)),
    filled: Math.max(...bottoms) / frame.height,
    smallestPx: Math.min(...sizes),
  };
})`;

const sheetsSchema = z.array(
  z.object({
    items: z.number(),
    isWhole: z.boolean(),
    filled: z.number(),
    smallestPx: z.number(),
  }),
);

const courses: [string, () => Lesson[] | Promise<Lesson[]>][] = [
  ['the present course', loadLessons],
  ['the largest course', () => makeLessons(largest)],
  ['one with more cards than fit', () => makeLessons({ ...largest, sentence: 25, correction: 25 })],
  ['one with more corrections than fit', () => makeLessons({ ...largest, corrections: 60 })],
  ['a small one', () => makeLessons({ ...largest, lessons: 4, corrections: 1, cards: 6 })],
];

describe.skipIf(!hasChromium)('the cheat sheet, printed by Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(() => browser.close());

  /** What is on paper: pages by paper size, and where the items stand in their sheet. */
  async function print(sheet: CheatSheet, moreCss = '') {
    const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
    await page.emulateMedia({ media: 'print' });
    await page.setContent(sheetHtml(sheet).replace('</style>', `${moreCss}</style>`));
    const pages: Record<string, number> = {};
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = (await page.pdf({ format })).toString('latin1');
      pages[format] = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
    }
    const sheets = sheetsSchema.parse(await page.evaluate(measureSheets));
    await page.close();
    return { pages, sheets };
  }

  test.each(courses)(
    '%s takes two pages of A4 and of Letter, and nothing is cut off',
    async (_, make) => {
      const sheet = fitSheet(collectSheet(await make()));
      const { pages, sheets } = await print(sheet);
      expect(pages).toEqual({ A4: 2, Letter: 2 });
      expect(sheets.map(({ isWhole }) => isWhole)).toEqual([true, true]);
      expect(sheets.map(({ items }) => items)).toEqual(sheet.pages.map((items) => items.length));
      // 8.5 points in the pixels of CSS.
      for (const { smallestPx } of sheets)
        expect(smallestPx).toBeGreaterThanOrEqual(8.5 / 0.75 - 0.01);
    },
  );

  test('where something was left out the pages are full', async () => {
    const sheet = fitSheet(collectSheet(makeLessons({ ...largest, sentence: 25, correction: 25 })));
    expect(sheet.leftOut.cards).toBeGreaterThan(0);
    const { sheets } = await print(sheet);
    for (const { filled } of sheets) expect(filled).toBeGreaterThan(0.9);
  });

  test('a font that takes more room leaves out cards; nothing is cut off and no page is added', async () => {
    const sheet = fitSheet(collectSheet(makeLessons({ ...largest, sentence: 25, correction: 25 })));
    const wide =
      'body { font-family: "DejaVu Sans", Verdana, sans-serif; letter-spacing: 0.06em; }';
    const { pages, sheets } = await print(sheet, wide);
    expect(pages).toEqual({ A4: 2, Letter: 2 });
    expect(sheets.map(({ isWhole }) => isWhole)).toEqual([true, true]);
    const printed = sheets.reduce((sum, { items }) => sum + items, 0);
    expect(printed).toBeLessThan(sheet.pages.flat().length);
    expect(printed).toBeGreaterThan(sheet.pages.flat().length / 2);
  });
});
