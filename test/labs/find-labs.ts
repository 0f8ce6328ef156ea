import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OpenAPIHono } from '@hono/zod-openapi';
import { type Recording, recordingSchema } from '../../labs/kit/record/recording.ts';
import { readLifespan } from '../../src/servers/child/lifespan.ts';

export type FoundLab = { slug: string; folder: string; app: OpenAPIHono; recording: Recording };

const labsFolder = resolve(import.meta.dirname, '../../labs');

/** Every lab there is, started, with its server and the recording of its twin: a folder is the registration. */
export async function findLabs(): Promise<FoundLab[]> {
  const folders = readdirSync(labsFolder).filter((name) => /^\d\d-/.test(name));
  return Promise.all(
    folders.map(async (name) => {
      const folder = join(labsFolder, name);
      const { default: app }: { default: unknown } = await import(
        pathToFileURL(join(folder, 'server.ts')).href
      );
      if (!(app instanceof OpenAPIHono)) throw new Error(`${folder}/server.ts exports no lab.`);
      await readLifespan(app)?.startup();
      const recording = recordingSchema.parse(
        JSON.parse(readFileSync(join(folder, 'recorded.json'), 'utf8')),
      );
      return { slug: name.replace(/^\d\d-/, ''), folder, app, recording };
    }),
  );
}
