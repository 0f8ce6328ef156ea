import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createGrader } from '../../src/grader/grader.ts';
import type { StartedTarget } from '../../src/grader/run-grade.ts';
import type { Target } from '../../src/model/verdict.ts';
import { startCommand } from '../../src/servers/start-command.ts';
import { descendants, guardFile, packageRoot, runnerFile } from '../servers/spawned.ts';
import { findPython } from './find-python.ts';

const labFolder = join(packageRoot, 'labs/50-predict');
const serversFolder = join(import.meta.dirname, 'servers');
const bothExercises = ['10-type-the-input', '20-answer-422'];
const grader = createGrader({ runnerFile, requestDeadlineMs: 20_000 });

afterAll(async () => {
  await grader.close();
  expect(descendants()).toEqual([]);
});

const quote = (text: string) => JSON.stringify(text);
const node = quote(process.execPath);
const fastApi = findPython('fastapi', 'uvicorn');
const flask = findPython('flask');
for (const [name, python] of Object.entries({ 'FastAPI and uvicorn': fastApi, Flask: flask })) {
  if (python === undefined) console.log(`Skipped: no Python here has ${name}.`);
}

type Server = {
  name: string;
  command: (exercise: string) => string;
  exercises?: string[];
  isSkipped?: boolean;
};
const servers: Server[] = [
  {
    name: 'node:http',
    command: () => `${node} ${quote(join(serversFolder, 'node-http.mjs'))}`,
  },
  {
    name: 'Express',
    command: () => `${node} ${quote(join(serversFolder, 'express.mjs'))}`,
  },
  {
    name: 'FastAPI',
    exercises: [...bothExercises, '30-serve-the-model'],
    isSkipped: fastApi === undefined,
    command: (exercise) => {
      const app = `--app-dir ${quote(join(labFolder, exercise))} solution:app`;
      return `${quote(fastApi ?? '')} -B -m uvicorn ${app} --port {port}`;
    },
  },
  {
    name: 'Flask',
    isSkipped: flask === undefined,
    command: () => `${quote(flask ?? '')} -B ${quote(join(serversFolder, 'flask_app.py'))}`,
  },
];

describe.each(servers)('$name', ({ command, exercises = bothExercises, isSkipped = false }) => {
  test.skipIf(isSkipped).each(exercises)('passes %s through --run', async (exercise) => {
    const target: Target = { kind: 'command', command: command(exercise) };
    expect(await grade(exercise, target)).toMatchObject({ status: 'passed' });
  });

  test.skipIf(isSkipped).each(exercises)('passes %s through --url', async (exercise) => {
    const started = await start(command(exercise));
    if (started.kind !== 'running') throw new Error(started.message);
    try {
      const verdict = await grade(exercise, { kind: 'url', url: started.server.url });
      expect(verdict).toMatchObject({ status: 'passed' });
    } finally {
      await started.server.stop();
    }
  });
});

const start = (command: string, signal?: AbortSignal) =>
  startCommand({
    command,
    guardFile,
    // Where `model.json` is.
    cwd: join(labFolder, 'data'),
    deadlineMs: 40_000,
    signal,
  });

function grade(exercise: string, target: Target) {
  return grader.grade({
    exercise: {
      id: `predict/${exercise.replace(/^\d\d-/, '')}`,
      checksFile: join(labFolder, exercise, 'checks.ts'),
    },
    target,
    startTarget: async (wanted, signal): Promise<StartedTarget> =>
      wanted.kind === 'command'
        ? start(wanted.command, signal)
        : { kind: 'url', url: wanted.kind === 'url' ? wanted.url : '' },
    deadlineMs: 50_000,
  });
}
