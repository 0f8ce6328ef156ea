import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import app from '../../labs/95-realtime/server.ts';
import { serveLab } from '../labs/serve-lab.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const hasChromium = existsSync(executablePath);
if (!hasChromium) console.log(`Skipped: no Chromium at ${executablePath} (set CHROMIUM_PATH).`);

describe.skipIf(!hasChromium)('the page of the rooms, in Chromium', () => {
  let browser: Browser;
  let lab: Awaited<ReturnType<typeof serveLab>>;

  beforeAll(async () => {
    lab = await serveLab(app);
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser.close();
    await lab.stop();
  });

  /** A tab in which somebody has entered a room; other servers are out of its reach. */
  async function enter(room: string, name: string): Promise<{ page: Page; problems: string[] }> {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') problems.push(line.text());
    });
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith(`${lab.url}/`) || url.startsWith('data:')) return route.continue();
      problems.push(`${url} was asked for`);
      return route.abort();
    });
    await page.goto(`${lab.url}/?room=${room}`);
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByText(`open, as ${name}`).waitFor();
    await page.locator('#stream', { hasText: 'open' }).waitFor();
    return { page, problems };
  }

  async function say(page: Page, words: string): Promise<void> {
    await page.getByLabel('Words').fill(words);
    await page.getByRole('button', { name: 'Say' }).click();
  }

  const lines = (page: Page, list: string) => page.locator(`#${list} li`).allTextContents();

  test('two tabs in one room see what the other says, over both connections', async () => {
    const ada = await enter('lobby', 'ada');
    const bob = await enter('lobby', 'bob');
    await say(ada.page, 'hello <b>Bob</b>');
    await bob.page.locator('#watched', { hasText: 'hello <b>Bob</b>' }).waitFor();
    await say(bob.page, 'żółć 🦄');
    await ada.page.locator('#heard', { hasText: 'bob: żółć 🦄' }).waitFor();
    await ada.page.locator('#watched', { hasText: 'bob: żółć 🦄' }).waitFor();
    expect(await lines(ada.page, 'heard')).toEqual([
      expect.stringMatching(/^\d+ {2}bob joined$/),
      'I: hello <b>Bob</b>',
      expect.stringMatching(/^\d+ {2}bob: żółć 🦄$/),
    ]);
    expect(await lines(bob.page, 'heard')).toEqual([
      expect.stringMatching(/^\d+ {2}ada: hello <b>Bob<\/b>$/),
      'I: żółć 🦄',
    ]);
    await bob.page.close();
    await ada.page.locator('#heard', { hasText: 'bob left' }).waitFor();
    expect([...ada.problems, ...bob.problems]).toEqual([]);
  });

  test('a name that is taken is told with its code and reason', async () => {
    await enter('taken', 'ada');
    const page = await browser.newPage();
    await page.goto(`${lab.url}/?room=taken&name=ada`);
    await page.getByText('closed, 4009 this name is taken').waitFor();
    expect(await page.getByRole('button', { name: 'Say' }).isDisabled()).toBe(true);
  });

  test('the page of another site hears only that it failed', async () => {
    const page = await browser.newPage();
    await page.route('http://elsewhere.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }),
    );
    await page.goto('http://elsewhere.test/');
    const address = `${lab.url.replace('http', 'ws')}/rooms/lobby/ws?name=eve`;
    const code = await page.evaluate(
      (url) =>
        new Promise<number>((resolve) => {
          new WebSocket(url).onclose = (event) => resolve(event.code);
        }),
      address,
    );
    expect(code).toBe(1006);
  });
});
