import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findLabs } from './find-labs.ts';
import { serveLab } from './serve-lab.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const hasChromium = existsSync(executablePath);
if (!hasChromium) console.log(`Skipped: no Chromium at ${executablePath} (set CHROMIUM_PATH).`);

const labs = await findLabs();
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

describe.skipIf(!hasChromium)('/docs in Chromium, with every other server out of reach', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(() => browser.close());

  /** Opens a page of a server; what goes wrong in it, and what it asks others for, is in `problems`. */
  async function open(url: string, path: string): Promise<{ page: Page; problems: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.route('**/*', (route) => {
      const asked = route.request().url();
      if (asked.startsWith(`${url}/`) || /^(?:data|blob):/.test(asked)) return route.continue();
      problems.push(asked);
      return route.abort();
    });
    await page.goto(url + path);
    return { page, problems };
  }

  test.each(labs)('$slug shows each of its operations', async ({ app }) => {
    const { paths } = documentSchema.parse(await (await app.request('/openapi.json')).json());
    const count = Object.values(paths).flatMap((methods) => Object.keys(methods)).length;
    const lab = await serveLab(app);
    const { page, problems } = await open(lab.url, '/docs');
    await page
      .locator('.opblock')
      .nth(count - 1)
      .waitFor();
    expect(await page.locator('.opblock').count()).toBe(count);
    expect(problems).toEqual([]);
    await page.close();
    await lab.stop();
  });

  test('hello sends a request from its docs and shows the reply', async () => {
    const hello = labs.find(({ slug }) => slug === 'hello');
    if (hello === undefined) throw new Error('There is no lab hello.');
    const lab = await serveLab(hello.app);
    const { page, problems } = await open(lab.url, '/docs');
    const operation = page.locator('[id^=operations-items-read_item]');
    await operation.locator('.opblock-summary-control').first().click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByPlaceholder('item_id').fill('5');
    await operation.getByPlaceholder('q', { exact: true }).fill('tea');
    await operation.getByRole('button', { name: 'Execute' }).click();
    const reply = operation.locator('.live-responses-table .response .microlight').first();
    await reply.getByText('"tea"').waitFor();
    expect(JSON.parse((await reply.textContent()) ?? '')).toEqual({
      item_id: 5,
      q: 'tea',
      skip: 0,
      limit: 10,
    });
    expect(problems).toEqual([]);
    await page.close();
    await lab.stop();
  });
});
