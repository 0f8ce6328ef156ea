import { errorCode } from '../model/error-code.ts';

export type Output = {
  write: (text: string) => void;
  /** Resolves once all that was written has gone out, or cannot any more. */
  flush: () => Promise<void>;
};

const readerIsGone = ['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED', 'EIO'];

/**
 * A stream that may be closed by its reader, as by `head`: what is written after that is dropped. `onClosed` is
 * given the error's code when it was anything else, such as a full disk.
 */
export function openOutput(
  stream: NodeJS.WriteStream,
  onClosed: (failureCode: string | undefined) => void,
): Output {
  let isClosed = false;
  stream.on('error', (error) => {
    if (isClosed) return;
    isClosed = true;
    const code = errorCode(error);
    onClosed(readerIsGone.includes(code) ? undefined : code);
  });
  return {
    write: (text) => {
      if (!isClosed) stream.write(text);
    },
    flush: () =>
      new Promise((resolve) => {
        if (isClosed || stream.destroyed) resolve();
        else stream.write('', () => resolve());
      }),
  };
}
