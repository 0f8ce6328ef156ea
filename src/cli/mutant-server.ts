import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context, MutantServer } from '../commands/context.ts';
import type { RunningServer } from '../model/server.ts';
import type { ServedMutant } from '../proofs/child/serve-mutants.ts';
import type { Mistake, Mutant } from '../proofs/mutant.ts';
import { handlerEnv } from './grading.ts';

const startDeadlineMs = 60_000;
const loadDeadlineMs = 10_000;

type Options = {
  /** The path of a built entry, by its name in `dist`. */
  built: (name: string) => string;
  packageRoot: string;
  ending: AbortSignal;
  addCloser: (close: () => Promise<void>) => void;
};

/** Serves mutants and mistakes from one child process: it is started anew when a mutant takes it down. */
export function createMutantServing(options: Options): Context['serveMutants'] {
  const { built, packageRoot, ending } = options;
  return async (exercise, solutionFile, mutants): Promise<MutantServer> => {
    const { startHandler } = await import('../servers/start-handler.ts');
    const folder = await mkdtemp(join(tmpdir(), 'api-labs-mutants-'));
    const file = await writeMutants(folder, solutionFile, mutants, built('mutants.js'));
    const start = async (): Promise<RunningServer> => {
      const result = await startHandler({
        file,
        env: handlerEnv(exercise),
        hostFile: built('host.js'),
        dependenciesFolder: packageRoot,
        deadlineMs: startDeadlineMs,
        signal: ending,
      });
      if (result.kind === 'running') return result.server;
      throw new Error(`The mutants could not be served: ${result.message}`);
    };
    let running: Promise<RunningServer> | undefined;
    const stop = async () => {
      const server = await running?.catch(() => undefined);
      running = undefined;
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    };
    options.addCloser(stop);
    const load = async (index: number, isRetry = false): Promise<string | undefined> => {
      running ??= start();
      const mine = running;
      const server = await mine;
      const url = `${server.url}/m/${index}`;
      const signal = AbortSignal.any([ending, AbortSignal.timeout(loadDeadlineMs)]);
      const reply = await fetch(url, { signal }).catch(() => undefined);
      if (reply !== undefined) return reply.ok ? url : undefined;
      ending.throwIfAborted();
      if (running === mine) running = undefined;
      await server.stop();
      return isRetry ? undefined : load(index, true);
    };
    return { load, stop };
  };
}

async function writeMutants(
  folder: string,
  solutionFile: string,
  mutants: (Mutant | Mistake)[],
  servingFile: string,
): Promise<string> {
  const served: ServedMutant[] = [];
  for (const [index, mutant] of mutants.entries()) {
    switch (mutant.kind) {
      case 'reply':
        served.push({ file: solutionFile, of: mutant.of, change: mutant.change });
        break;
      case 'mistake':
        served.push({ file: mutant.file });
        break;
      case 'source': {
        const file = join(folder, `mutant-${index}.ts`);
        await writeFile(file, mutant.text);
        served.push({ file });
        break;
      }
      default:
        mutant satisfies never;
    }
  }
  const file = join(folder, 'mutants.mjs');
  const serving = JSON.stringify(pathToFileURL(servingFile).href);
  await writeFile(
    file,
    `import { serveMutants } from ${serving};\nexport default serveMutants(${JSON.stringify(served)});\n`,
  );
  return file;
}
