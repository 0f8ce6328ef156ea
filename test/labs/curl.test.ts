import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toCurl } from '../../src/layout/curl.ts';
import { findLabs } from './find-labs.ts';
import { serveLab } from './serve-lab.ts';

const found = await execa('curl', ['--version'], { reject: false });
const hasCurl = found.exitCode === 0;
if (!hasCurl) console.log('Skipped: there is no curl here.');

const labs = new Map((await findLabs()).map((lab) => [lab.slug, lab.app]));

describe.skipIf(!hasCurl)('curl, with the command that the app copies', () => {
  let lab: Awaited<ReturnType<typeof serveLab>>;
  const ask = async (request: Parameters<typeof toCurl>[1]) => {
    const { stdout } = await execa(`${toCurl(lab.url, request)} -sS --noproxy '*'`, {
      shell: true,
    });
    return stdout.replaceAll('\r', '');
  };
  const open = (slug: string) => {
    beforeAll(async () => {
      const app = labs.get(slug);
      if (app === undefined) throw new Error(`There is no lab ${slug}.`);
      lab = await serveLab(app);
    });
    afterAll(() => lab.stop());
  };

  describe('the lab validation', () => {
    open('validation');

    test('takes an item', async () => {
      const body = JSON.stringify({ name: "Ada's cup", price: 4.5 });
      const headers = { 'content-type': 'application/json' };
      const reply = await ask({ method: 'POST', path: '/items', headers, body });
      expect(reply).toMatch(/^HTTP\/1\.1 201 Created\n/);
      expect(reply).toContain(`{"name":"Ada's cup","price":4.5`);
    });
  });

  describe('the lab llm', () => {
    open('llm');

    test('streams its tokens', async () => {
      const messages = [{ role: 'user', content: 'What is FastAPI?' }];
      const body = JSON.stringify({ model: 'toy-trigram-1', messages, stream: true });
      const headers = { 'content-type': 'application/json' };
      const reply = await ask({ method: 'POST', path: '/v1/chat/completions', headers, body });
      expect(reply).toMatch(/^content-type: text\/event-stream/im);
      expect(reply).toMatch(/"object":"chat\.completion\.chunk"/);
      expect(reply.trimEnd()).toMatch(/data: \[DONE\]$/);
    });
  });

  describe('the lab middleware', () => {
    open('middleware');

    test('compresses what curl says it can unpack', async () => {
      const { stdout } = await execa('curl', [
        ...['-sS', '--noproxy', '*', '--compressed', '-D', '-'],
        `${lab.url}/letters/2000`,
      ]);
      expect(stdout).toMatch(/^content-encoding: gzip/im);
      expect(stdout.length).toBeGreaterThan(2000);
    });
  });
});
