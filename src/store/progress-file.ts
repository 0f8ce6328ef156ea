import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where progress is kept: `API_LABS_HOME` when it is set, else the user's data folder. */
export function progressFolder(env: NodeJS.ProcessEnv): string {
  const chosen = env.API_LABS_HOME;
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  return envPaths('api-labs', { suffix: '' }).data;
}

/** The event log inside that folder. */
export function progressFile(env: NodeJS.ProcessEnv): string {
  return join(progressFolder(env), 'progress.jsonl');
}

/** Where graded files are kept, beside the log. */
export function snapshotFolder(env: NodeJS.ProcessEnv): string {
  return join(progressFolder(env), 'attempts');
}

/** Where is kept how lessons and quizzes were left, beside the log. */
export function leftFolder(env: NodeJS.ProcessEnv): string {
  return join(progressFolder(env), 'left');
}
