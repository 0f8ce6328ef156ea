import type { StartResult } from '../model/server.ts';
import type { SourceError } from '../model/verdict.ts';
import type { HostMessage } from './host-message.ts';
import type { HostEnd } from './host-process.ts';
import { readPrintedError } from './printed-error.ts';

export type LastWords = Extract<HostMessage, { kind: 'last-words' }>;

/** Why a server did not come up, or is gone. */
export type FailedStart = {
  kind: Exclude<StartResult['kind'], 'running'>;
  message: string;
  remedy: string;
  error?: SourceError;
};

/** Why a host is gone, in words; `isServing` says whether it had answered before. */
export function explainEnd(
  name: string,
  end: HostEnd,
  lastWords: LastWords | undefined,
  output: string,
  isServing: boolean,
): FailedStart {
  const error = lastWords?.error ?? readPrintedError(output);
  const place = error?.line === undefined ? name : `${name}, line ${error.line}`;
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
  if (error?.message.includes('EADDRINUSE')) {
    return broken(
      `${place} listens on a port itself, and that port is already taken.`,
      'Take out the call to serve or listen, and end the file with `export default app;`.',
    );
  }
  if (lastWords === undefined && error?.message.includes('SyntaxError')) {
    return broken(`${place} has a syntax error.`, 'Correct the line and save.');
  }
  if (error !== undefined) {
    const when = isServing ? 'while it was running' : 'while it was loaded';
    return broken(
      `${place} threw an error that nothing caught ${when}.`,
      'Correct what the error names and save.',
    );
  }
  if (/heap out of memory|Allocation failed/.test(output)) {
    return broken(`${name} used up its memory.`, 'Look for a list or a text that grows for ever.');
  }
  const how = end.signal === null ? `with exit code ${end.exitCode}` : `by ${end.signal}`;
  return broken(`The process of ${name} ended ${how}.`, 'Look at what it printed last.');
}
