import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, test, vi } from 'vitest';
import { send } from '../../labs/kit/record/exchange.ts';
import { startTwin } from '../../labs/kit/record/twin.ts';
import { findLabs } from './find-labs.ts';
import { expectSameReply } from './same-reply.ts';
import { serveLab } from './serve-lab.ts';

const ownPython = fileURLToPath(new URL('../../.venv/bin/python', import.meta.url));
const python = process.env.API_LABS_PYTHON ?? (existsSync(ownPython) ? ownPython : 'python3');

// Recursion limits and the wording for a trailing comma are not the same in every Python.
const minor = (version = '') => version.split('.').slice(0, 2).join('.');
const isPortable = (name: string) =>
  !/depth|:deep|trailing-comma|array-comma|broken-json/.test(name);

for (const { slug, app, folder, recording } of await findLabs()) {
  const twin = await startTwin(folder, python);
  if (twin.kind === 'unavailable') console.log(`Skipped: ${twin.message} (Set API_LABS_PYTHON.)`);
  // Of the whole file: with `-t` no test of some labs runs, and their own hooks do not either.
  else afterAll(twin.stop);
  const isSamePython =
    twin.kind === 'running' && minor(twin.versions.python) === minor(recording.recordedWith.python);

  describe.skipIf(twin.kind === 'unavailable')(`the lab ${slug}`, () => {
    let lab: Awaited<ReturnType<typeof serveLab>>;
    const twinUrl = twin.kind === 'running' ? twin.url : '';

    beforeAll(async () => {
      vi.spyOn(console, 'error').mockImplementation(() => {});
      lab = await serveLab(app);
    });
    afterAll(() => lab.stop());

    const cases = recording.exchanges.filter(({ name }) => isSamePython || isPortable(name));
    test.each(cases)('answers $name as a live FastAPI twin does', async ({ request }) => {
      const [mine, theirs] = await Promise.all([send(lab.url, request), send(twinUrl, request)]);
      expectSameReply(mine, theirs);
    });
  });
}
