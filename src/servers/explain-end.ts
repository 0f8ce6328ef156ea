import type { StartResult } from '../model/server.ts';
import type { SourceError } from '../model/verdict.ts';
import { explainSyntaxError } from './explain-syntax.ts';
import type { HostMessage } from './host-message.ts';
import type { HostEnd } from './host-process.ts';
import { readPrintedError } from './printed-error.ts';
import { placeOf } from './source-line.ts';

export const memoryRemedy = 'Look for a list, a text or a loop that grows for ever.';

export type LastWords = Extract<HostMessage, { kind: 'last-words' }>;

/** Why a server did not come up, or is gone. */
export type FailedStart = {
  kind: Exclude<StartResult['kind'], 'running'>;
  message: string;
  remedy: string;
  error?: SourceError;
};

/** Why a host is gone that had not come up yet, in words. */
export function explainEnd(
  name: string,
  end: HostEnd,
  lastWords: LastWords | undefined,
  output: string,
): FailedStart {
  const known = explainKnownEnd(name, lastWords, output);
  if (known !== undefined) return { kind: 'broken', ...known };
  const error = endError(lastWords, output);
  const place = placeOf(name, error);
  const broken = (message: string, remedy: string): FailedStart => {
    return { kind: 'broken', message, remedy, error };
  };
  if (lastWords?.cause === 'exit') {
    return broken(
      `${place} ended the process: ${lastWords.error.message}.`,
      'Take the call out: a server runs until it is stopped.',
    );
  }
  if (lastWords?.cause === 'unfinished') {
    return broken(
      `${name} never finished loading: an await outside your routes waits for something that never comes.`,
      'Take the await out, or let what it waits for happen.',
    );
  }
  if (lastWords?.cause === 'syntax' && error !== undefined) {
    const why = explainSyntaxError(place, error.message);
    return broken(why.message, why.remedy);
  }
  if (error !== undefined) {
    return broken(
      `${place} threw an error that nothing caught while it was loaded.`,
      'Correct what the error names and save.',
    );
  }
  const how = end.signal === null ? `with exit code ${end.exitCode}` : `by ${end.signal}`;
  return broken(`The process of ${name} ended ${how}.`, 'Look at what it printed last.');
}

/** What ended a process, where it is known what that means; undefined where only the error says. */
export function explainKnownEnd(
  name: string,
  lastWords: LastWords | undefined,
  output: string,
): { message: string; remedy: string; error?: SourceError } | undefined {
  if (lastWords?.cause === 'memory' || ranOutOfMemory(output)) {
    return {
      message: `${name} used up its memory.`,
      remedy: memoryRemedy,
    };
  }
  const error = endError(lastWords, output);
  if (error?.message.includes('EADDRINUSE')) {
    return {
      message: `${placeOf(name, error)} listens on a port itself, and that port is already taken.`,
      remedy: 'Take out the call to serve or listen, and end the file with `export default app;`.',
      error,
    };
  }
  return undefined;
}

/** The error that ended a process, told by itself or read in what it printed. */
export function endError(
  lastWords: LastWords | undefined,
  output: string,
): SourceError | undefined {
  // Node's own printing of a syntax error knows the place.
  if (lastWords?.cause === 'syntax') return readPrintedError(output) ?? lastWords.error;
  return lastWords?.error ?? readPrintedError(output);
}

/** Whether what a process printed last says that it had no memory left. */
export function ranOutOfMemory(output: string): boolean {
  return /heap out of memory|Allocation failed|ERR_WORKER_OUT_OF_MEMORY/.test(output);
}
