import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { converse } from '../../labs/kit/record/conversation.ts';
import { startTwin } from '../../labs/kit/record/twin.ts';
import { findLabs } from './find-labs.ts';
import { serveLab } from './serve-lab.ts';

const ownPython = fileURLToPath(new URL('../../.venv/bin/python', import.meta.url));
const python = process.env.API_LABS_PYTHON ?? (existsSync(ownPython) ? ownPython : 'python3');

const labs = (await findLabs()).flatMap(({ slug, folder, app, recording }) =>
  recording.conversations === undefined
    ? []
    : [{ slug, folder, app, conversations: recording.conversations }],
);

describe.each(labs)('the lab $slug', ({ app, conversations }) => {
  let lab: Awaited<ReturnType<typeof serveLab>>;
  beforeAll(async () => {
    lab = await serveLab(app);
  });
  afterAll(() => lab.stop());

  test.each(conversations)('says in $name what its FastAPI twin said', async (conversation) => {
    expect(await converse(lab.url, conversation)).toEqual(conversation);
  });
});

for (const { slug, folder, conversations } of labs) {
  const twin = await startTwin(folder, python);
  if (twin.kind === 'unavailable') console.log(`Skipped: ${twin.message} (Set API_LABS_PYTHON.)`);

  describe.skipIf(twin.kind === 'unavailable')(`the twin of the lab ${slug}`, () => {
    const url = twin.kind === 'running' ? twin.url : '';
    afterAll(async () => {
      if (twin.kind === 'running') await twin.stop();
    });

    test.each(conversations)('says in $name what was recorded', async (conversation) => {
      expect(await converse(url, conversation)).toEqual(conversation);
    });
  });
}
