import { existsSync } from 'node:fs';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import app from '../../labs/40-docs/server.ts';
import { serveLab } from '../labs/serve-lab.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const hasChromium = existsSync(executablePath);
if (!hasChromium) console.log(`Skipped: no Chromium at ${executablePath} (set CHROMIUM_PATH).`);

describe.skipIf(!hasChromium)('/docs of the lab docs, in Chromium', () => {
  let browser: Browser;
  let lab: Awaited<ReturnType<typeof serveLab>>;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    lab = await serveLab(app);
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await lab.stop();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
    problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith(`${lab.url}/`) || /^(?:data|blob):/.test(url)) return route.continue();
      problems.push(url);
      return route.abort();
    });
    await page.goto(`${lab.url}/docs`);
    await page.locator('#operations-orders-quote_order').waitFor();
  });
  afterEach(async () => {
    expect(problems).toEqual([]);
    await page.close();
  });

  /** Opens an operation, ready to be sent. */
  async function openOperation(id: string): Promise<Locator> {
    const operation = page.locator(`#operations-${id}`);
    await operation.locator('.opblock-summary-control').first().click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    return operation;
  }

  /** Sends an operation's request and gives back the status that came and the JSON that the page shows. */
  async function send(operation: Locator) {
    const replied = page.waitForResponse((response) => response.url().startsWith(`${lab.url}/`));
    await operation.getByRole('button', { name: 'Execute' }).click();
    const status = (await replied).status();
    const shown = operation.locator('.live-responses-table .response-col_status').last();
    await shown.getByText(String(status)).waitFor();
    const body = operation.locator('.live-responses-table .response .microlight').first();
    return { status, json: JSON.parse((await body.textContent()) ?? '') };
  }

  /** Fills in the part of the Authorize dialog that is about one scheme. */
  async function authorize(scheme: string, fill: (dialog: Locator) => Promise<void>) {
    await page.locator('.auth-wrapper .authorize').first().click();
    const dialog = page.locator('.auth-container').filter({ hasText: scheme });
    await fill(dialog);
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await dialog.getByRole('button', { name: 'Remove authorization' }).waitFor();
    if (process.env.SCREENSHOTS !== undefined) {
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/authorize-${scheme}.png` });
    }
    await page.locator('.modal-ux-header .close-modal').click();
  }

  test('a token is sent along once it is entered under Authorize', async () => {
    const operation = await openOperation('orders-quote_order');
    expect(await send(operation)).toEqual({ status: 401, json: { detail: 'Not authenticated' } });

    await authorize('HTTPBearer', (dialog) => dialog.getByRole('textbox').fill('secret'));
    expect(await send(operation)).toMatchObject({ status: 200, json: { total: 12.5 } });
  });

  test('name and password are exchanged for a token', async () => {
    await authorize('OAuth2PasswordBearer', async (dialog) => {
      await dialog.locator('#oauth_username').fill('ada');
      await dialog.locator('#oauth_password').fill('lovelace');
    });
    const operation = await openOperation('security-use_oauth');
    expect(await send(operation)).toEqual({ status: 200, json: { token: 'secret' } });
  });

  test('a key goes into its own header', async () => {
    await authorize('APIKeyHeader', (dialog) => dialog.getByRole('textbox').fill('k1'));
    const operation = await openOperation('security-use_api_key');
    expect(await send(operation)).toEqual({ status: 200, json: { key: 'k1' } });
  });

  test('the page shows what the code says', async () => {
    const text = await page.locator('.swagger-ui').textContent();
    for (const words of ['A shop that describes itself.', 'The shop - Website', 'MIT']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('What the shop has. Anybody may look.');
    expect(text).not.toContain('/health');
    const path = page.locator('.opblock-deprecated [data-path]');
    expect(await path.getAttribute('data-path')).toBe('/search');
  });
});
