import { expect, test } from 'vitest';
import { z } from 'zod';
import { saysTheSame } from '../../src/model/race.ts';
import { mainRoutes } from '../bench/fixtures/bare-labs.ts';
import { findLabs } from './find-labs.ts';

const bare = new Map<string, (typeof mainRoutes)[keyof typeof mainRoutes]>(
  Object.entries(mainRoutes),
);

const readJson = async (reply: Response) => z.json().parse(await reply.json());

// `npm run bench` sets each lab beside bare Hono: which says something only if both do the same.
test.each(await findLabs())(
  'bare Hono answers the main route of $slug as the lab does',
  async (lab) => {
    const route = bare.get(lab.slug);
    if (route === undefined)
      throw new Error(`test/bench/fixtures/bare-labs.ts has no ${lab.slug}.`);
    const { app, path, ...request } = route;
    const [ours, theirs] = await Promise.all([
      lab.app.request(path, request),
      app().request(path, request),
    ]);
    expect(ours.status).toBe(theirs.status);
    expect(saysTheSame(await readJson(ours), await readJson(theirs))).toBe(true);
  },
);
