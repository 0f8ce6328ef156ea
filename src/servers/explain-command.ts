import type { CommandEnd } from './command-process.ts';
import type { FailedStart } from './explain-end.ts';
import { readPrintedError } from './printed-error.ts';

/** Why a command that ended never answered. */
export function explainCommandEnd(command: string, end: CommandEnd, output: string): FailedStart {
  const error = readPrintedError(output);
  if (end.exitCode === 127) {
    return {
      kind: 'broken',
      message: `The shell does not find the command in: ${command}`,
      remedy: 'Check how it is spelled; for Python, activate the virtual environment first.',
    };
  }
  if (/EADDRINUSE|address already in use/i.test(output)) {
    return {
      kind: 'port-taken',
      message: `The command could not listen, its port is already taken: ${command}`,
      remedy: 'Write {port} in the command where the port belongs, and a free one is chosen.',
      error,
    };
  }
  const how = end.signal === null ? `with exit code ${end.exitCode}` : `by ${end.signal}`;
  return {
    kind: 'broken',
    message: `The command ended ${how} before it answered: ${command}`,
    remedy:
      end.exitCode === 0
        ? 'Write a command that keeps running, without & or nohup.'
        : 'Look at what it printed last, and run it by hand to see more.',
    error,
  };
}

/** Why a command that goes on running is given up. */
export function explainSilence(
  command: string,
  url: string,
  isUrlGiven: boolean,
  waited: { ms: number; isListening: boolean },
): FailedStart {
  const seconds = Math.round(waited.ms / 100) / 10;
  if (waited.isListening) {
    return {
      kind: 'stuck',
      message: `Something listens at ${url}, but it gave no HTTP answer within ${seconds} seconds: ${command}`,
      remedy: 'Send it a request by hand, as with curl, and look at what comes back.',
    };
  }
  const message = `Nothing answered at ${url} within ${seconds} seconds of starting: ${command}`;
  if (isUrlGiven || command.includes('{port}')) {
    return {
      kind: 'stuck',
      message,
      remedy: isUrlGiven
        ? 'Check that the command serves at this URL, with this port.'
        : 'Look at what it printed, and run it by hand to see whether it answers.',
    };
  }
  return { kind: 'stuck', message, remedy: portRemedy };
}

/** A command that says it serves on another port than the one it was given. */
export function otherPortProblem(command: string, otherPort: number): FailedStart {
  return {
    kind: 'broken',
    message: `The command serves on port ${otherPort}, not on the port it was given: ${command}`,
    remedy: portRemedy,
  };
}

const portRemedy =
  'Write {port} in the command where the port belongs, as in "uvicorn main:app --port {port}", or name the address with --url.';

/** A port that the output names as the server's own, when it never names the one that was given. */
export function findOtherPort(output: string, port: number): number | undefined {
  const named = [...output.matchAll(/(?:127\.0\.0\.1|0\.0\.0\.0|localhost|\[::1?\]):(\d{1,5})\b/g)];
  const ports = named.map((match) => Number(match[1]));
  return ports.includes(port) ? undefined : ports[0];
}
