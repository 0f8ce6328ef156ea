import type { HostMessage } from '../host-message.ts';
import { isError, readStack, toSourceError, withoutOwnFrames } from './source-error.ts';

/** Reports what ends this process from within: `process.exit`, an error nobody caught. */
export function reportLastWords(
  handlerFile: string,
  tell: (message: HostMessage) => void,
): LastWords {
  let isSaid = false;
  const say = (cause: LastWordsCause, error: unknown) => {
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
    if (isOutputFull(error)) return;
    try {
      say('exception', error);
      printUncaught(error);
    } finally {
      exit(1);
    }
  };
  process.on('uncaughtException', onUncaught);
  return {
    say,
    crash: (error) => {
      process.off('uncaughtException', onUncaught);
      say('syntax', error);
      if (isError(error)) error.stack = withoutOwnFrames(readStack(error));
      setImmediate(() => {
        throw error;
      });
    },
  };
}

/** Output that the system had no room for is lost; that is no reason for a server to end. */
function isOutputFull(error: unknown): boolean {
  if (!isError(error) || !('code' in error && 'syscall' in error)) return false;
  return error.syscall === 'write' && (error.code === 'ENOBUFS' || error.code === 'EAGAIN');
}

/** Straight to the stream: a console that was replaced may throw, or show nothing. */
function printUncaught(error: unknown): void {
  const text = isError(error) ? withoutOwnFrames(readStack(error)) : String(error);
  process.stderr.write(`${text}\n`);
}

type LastWordsCause = Extract<HostMessage, { kind: 'last-words' }>['cause'];

export type LastWords = {
  say: (cause: LastWordsCause, error: unknown) => void;
  /** Lets Node itself print the error and end: it knows places that the error object does not tell. */
  crash: (error: unknown) => void;
};
