import { dirname } from 'node:path';
import type { Lab, PreparedRequest } from '../model/course.ts';
import type { Exchange } from '../model/exchange.ts';
import { type RaceEntrant, type RaceEvent, raceRounds, saysTheSame } from '../model/race.ts';
import type { RunningServer } from '../model/server.ts';

const connections = 10;
const warmUpMs = 400;
const roundMs = 1000;
const startDeadlineMs = 30_000;

export type RaceOptions = {
  /** The path of a built entry, by its name in `dist`. */
  built: (name: string) => string;
  /** The command of a Python that has FastAPI and uvicorn, or why there is none. */
  findPython: () => Promise<{ command: string } | { problem: string }>;
  addCloser: (close: () => Promise<void>) => void;
};

export type RunRace = (
  lab: Lab,
  options: { signal: AbortSignal; onEvent: (event: RaceEvent) => void },
) => Promise<void>;

type Runner = { place: number; server: RunningServer };

/** Starts the servers that a lab compares, makes sure that they answer alike, and loads them in turn. */
export function openRace({ built, findPython, addCloser }: RaceOptions): RunRace {
  return async ({ race }, { signal, onEvent }) => {
    if (race === undefined) return;
    const runners: Runner[] = [];
    try {
      for (const [place, entrant] of race.entrants.entries()) {
        if (signal.aborted) return;
        onEvent({ kind: 'starting', entrant: place });
        const started = await start(entrant, signal);
        if (typeof started === 'string') {
          onEvent({ kind: 'out', entrant: place, reason: started });
          continue;
        }
        addCloser(started.stop);
        runners.push({ place, server: started });
      }
      await runAll(race, runners, signal, onEvent);
    } finally {
      await Promise.all(runners.map(({ server }) => server.stop()));
    }
  };

  async function start(entrant: RaceEntrant, signal: AbortSignal): Promise<RunningServer | string> {
    if (entrant.kind === 'lab') {
      const { startLab } = await import('../servers/start-lab.ts');
      const result = await startLab({
        serverFile: entrant.file,
        hostFile: built('host.js'),
        port: 0,
        signal,
      });
      return result.kind === 'running' ? result.server : result.message;
    }
    const command = await commandOf(entrant);
    if ('problem' in command) return command.problem;
    const { startCommand } = await import('../servers/start-command.ts');
    const result = await startCommand({
      command: command.line,
      guardFile: built('guard.js'),
      cwd: dirname(entrant.file),
      env: { PYTHONDONTWRITEBYTECODE: '1' },
      deadlineMs: startDeadlineMs,
      signal,
    });
    if (result.kind === 'running') return result.server;
    return findMissingModule(result.output) ?? result.message;
  }

  async function commandOf({ kind, file, interface: called }: RaceEntrant) {
    if (kind === 'node') return { line: `"${process.execPath}" "${file}"` };
    const python = await findPython();
    if ('problem' in python) return python;
    const [, folder, module] = /^(.*?)[\\/]?([^\\/]+)\.py$/.exec(file) ?? [];
    const app = `--app-dir "${folder}" ${module}:app`;
    return {
      line: `"${python.command}" -m uvicorn ${app} --interface ${called ?? 'auto'} --port {port} --no-access-log --log-level warning`,
    };
  }
}

async function runAll(
  { request, mistakes }: NonNullable<Lab['race']>,
  runners: Runner[],
  signal: AbortSignal,
  onEvent: (event: RaceEvent) => void,
): Promise<void> {
  const { sendRequest } = await import('../machine/send-request.ts');
  const { measureLoad } = await import('../machine/measure-load.ts');
  const send = (server: RunningServer, sent: PreparedRequest) =>
    sendRequest(server.url, sent, { signal });

  const fit: Runner[] = [];
  let first: Exchange | undefined;
  for (const runner of runners) {
    if (signal.aborted) return;
    const reply = await send(runner.server, request);
    first ??= reply;
    const problem = findProblem(reply, first);
    if (problem !== undefined) {
      onEvent({ kind: 'out', entrant: runner.place, reason: problem });
      continue;
    }
    const answers: number[] = [];
    for (const mistake of mistakes) {
      answers.push((await send(runner.server, mistake)).response?.status ?? 0);
    }
    const document = await send(runner.server, {
      method: 'GET',
      path: '/openapi.json',
      headers: {},
    });
    const hasDocs =
      document.response?.status === 200 && 'openapi' in Object(document.response.json);
    onEvent({ kind: 'ready', entrant: runner.place, answers, hasDocs });
    fit.push(runner);
  }
  for (const { server } of fit) {
    if (signal.aborted) return;
    await measureLoad({ url: server.url, request, connections, durationMs: warmUpMs, signal });
  }
  for (let round = 1; round <= raceRounds; round += 1) {
    onEvent({ kind: 'round', round });
    // Another one begins each time.
    const order = [...fit.slice(round % fit.length), ...fit.slice(0, round % fit.length)];
    for (const { place, server } of order) {
      if (signal.aborted) return;
      onEvent({ kind: 'running', entrant: place });
      const { refused, p50Ms, p99Ms } = await measureLoad({
        url: server.url,
        request,
        connections,
        durationMs: roundMs,
        signal,
        onSample: (requests, durationMs) =>
          onEvent({ kind: 'answered', entrant: place, requests, durationMs }),
      });
      if (signal.aborted) return;
      if (refused > 0) {
        const reason = `Under load ${refused} of its replies were errors, or none.`;
        onEvent({ kind: 'out', entrant: place, reason });
        continue;
      }
      onEvent({ kind: 'measured', entrant: place, p50Ms, p99Ms });
      onEvent({ kind: 'resting', entrant: place });
    }
  }
  onEvent({ kind: 'over' });
}

/** Which package a Python lacks, in what its traceback said. */
function findMissingModule(output: string): string | undefined {
  const [, name] = /^ModuleNotFoundError: No module named '([\w.]+)'/m.exec(output) ?? [];
  return name === undefined ? undefined : `This Python has no ${name}: pip install ${name}.`;
}

/** Why a server cannot run: it does not answer, or not as the first one does. */
function findProblem({ response, failure }: Exchange, first: Exchange): string | undefined {
  if (response === undefined) return failure ?? 'It did not answer.';
  if (response.status >= 300) return `It answered ${response.status} to the request.`;
  if (saysTheSame(response.json, first.response?.json)) return undefined;
  return 'It answers otherwise than the others, so that speed says nothing.';
}
