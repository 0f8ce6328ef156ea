import type { Context } from 'hono';
import { parameterReader } from './parameters.ts';
import type { Dependency } from './router.ts';
import { enterStage, leaveStage, type Stage } from './stages.ts';
import type { ValidationError } from './validation-errors.ts';

/** What is wrong with the parameters; a promise of it only where something is waited for. */
type Found = ValidationError[] | Promise<ValidationError[]>;

const noErrors: ValidationError[] = [];

/** Asks dependencies one after the other, each with the parameters that it describes. */
export function dependencyAsker(dependencies: Dependency[]): (c: Context) => Found {
  const asked = dependencies.map((dependency) => ({
    read: parameterReader(dependency.request),
    run: dependency.run,
    label: dependency.name ?? dependency.security?.name,
  }));

  return (c) => askFrom(c, 0, noErrors);

  function askFrom(c: Context, index: number, before: ValidationError[]): Found {
    const dependency = asked[index];
    if (dependency === undefined) return before;
    const { read, run, label } = dependency;
    const stage = enterStage('dependency', label);
    const found = read(c);
    // A dependency runs as soon as its own parameters are there, whatever else is wrong.
    if (found.length > 0) {
      leaveStage(stage, 'skipped');
      return askFrom(c, index + 1, [...before, ...found]);
    }
    const running = stage === undefined ? run(c) : tellingRun(stage, c, run);
    if (running instanceof Promise) return running.then(() => askFrom(c, index + 1, before));
    return askFrom(c, index + 1, before);
  }
}

async function tellingRun(stage: Stage, c: Context, run: Dependency['run']): Promise<void> {
  try {
    await run(c);
    leaveStage(stage);
  } catch (error) {
    leaveStage(stage, 'threw', error);
    throw error;
  }
}
