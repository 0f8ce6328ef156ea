import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import app from '../../../labs/50-predict/server.ts';
import { serveLab } from '../serve-lab.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const hasChromium = existsSync(executablePath);
if (!hasChromium) console.log(`Skipped: no Chromium at ${executablePath} (set CHROMIUM_PATH).`);

describe('pages load nothing from elsewhere', () => {
  test.each(['/docs', '/redoc', '/docs/oauth2-redirect'])(
    '%s names no other server',
    async (path) => {
      const reply = await app.request(path);
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await reply.text()).not.toMatch(/https?:\/\/|src="\/\/|href="\/\//);
    },
  );

  test('HEAD is answered as GET is, POST is not', async () => {
    expect((await app.request('/docs', { method: 'HEAD' })).status).toBe(200);
    const reply = await app.request('/docs', { method: 'POST' });
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('assets are found, other files are not', async () => {
    const style = await app.request('/docs-assets/swagger-ui-dist/swagger-ui.css');
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
    for (const path of ['swagger-ui-dist/package.json', 'other/x.js', 'redoc/..%2f..%2fcli.js']) {
      expect((await app.request(`/docs-assets/${path}`)).status).toBe(404);
    }
  });
});

describe.skipIf(!hasChromium)('in Chromium, with every other server out of reach', () => {
  let browser: Browser;
  let lab: Awaited<ReturnType<typeof serveLab>>;

  beforeAll(async () => {
    await app.lifespan.startup();
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

  async function open(path: string): Promise<{ page: Page; problems: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith(`${lab.url}/`)) return route.continue();
      if (/^(?:data|blob):/.test(url)) return route.continue();
      problems.push(url);
      return route.abort();
    });
    page.on('response', (response) => {
      if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(lab.url + path);
    return { page, problems };
  }

  test('/docs sends a request and shows the prediction', async () => {
    const { page, problems } = await open('/docs');
    const operation = page.locator('#operations-ml-predict_predict_post');
    await operation.locator('.opblock-summary').click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.locator('textarea').fill('{"feature1": 10, "feature2": -10}');
    await operation.getByRole('button', { name: 'Execute' }).click();
    const reply = operation.locator('.live-responses-table .response .microlight').first();
    await reply.getByText('prediction').waitFor();
    expect(JSON.parse((await reply.textContent()) ?? '')).toEqual({
      prediction: [1],
      probability: [3.1086244689504383e-15, 0.9999999999999969],
    });
    if (process.env.SCREENSHOTS !== undefined) {
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/docs.png` });
    }
    expect(problems).toEqual([]);
    await page.close();
  });

  test('/redoc shows the operations', async () => {
    const { page, problems } = await open('/redoc');
    await page.getByRole('heading', { name: 'Predict Strict' }).waitFor();
    if (process.env.SCREENSHOTS !== undefined) {
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/redoc.png` });
    }
    expect(problems).toEqual([]);
    await page.close();
  });
});
