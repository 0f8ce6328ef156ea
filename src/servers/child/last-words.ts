import type { HostMessage } from '../host-message.ts';
import { toSourceError } from './source-error.ts';

/** Reports what ends this process from within: `process.exit`, an error nobody caught. */
export function reportLastWords(
  handlerFile: string,
  tell: (message: HostMessage) => void,
): LastWords {
  let isSaid = false;
  const say = (cause: 'exit' | 'exception' | 'unfinished', error: unknown) => {
    if (isSaid) return;
    isSaid = true;
    tell({ kind: 'last-words', cause, error: toSourceError(error, handlerFile) });
  };
  const exit = process.exit.bind(process);
  process.exit = (code) => {
    const called = new Error(`process.exit(${code ?? ''}) was called`);
    say('exit', called);
    return exit(code);
  };
  const onUncaught = (error: unknown) => {
    say('exception', error);
    console.error(error);
    exit(1);
  };
  process.on('uncaughtException', onUncaught);
  return {
    say,
    crash: (error) => {
      process.off('uncaughtException', onUncaught);
      setImmediate(() => {
        throw error;
      });
    },
  };
}

export type LastWords = {
  say: (cause: 'exit' | 'exception' | 'unfinished', error: unknown) => void;
  /** Lets Node itself print the error and end: it knows places that the error object does not tell. */
  crash: (error: unknown) => void;
};
