import { type ChildProcess, spawn } from 'node:child_process';

/** Little room for new objects: without the limit the threads of the checks take 30 MB more. */
const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=2'];

/**
 * Starts the process that runs checks; it begins to load Vitest at once. Apart from `runner-process.ts`, which loads
 * the schemas of what it tells, so that a program about to grade can start it before it loads anything else.
 */
export function spawnRunnerChild(runnerFile: string): ChildProcess {
  const child = spawn(process.execPath, [...flags, runnerFile], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: ownEnv(),
  });
  // Whoever uses it learns of a failed start by its exit.
  child.on('error', () => {});
  return child;
}

/** Nothing that would change how Node or Vitest run the checks. */
function ownEnv(): NodeJS.ProcessEnv {
  const unwanted = /^(VITEST|NODE_OPTIONS$|NODE_V8_COVERAGE$|NODE_USE_ENV_PROXY$|FORCE_COLOR$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !unwanted.test(name)));
}
