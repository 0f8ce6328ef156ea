import { errorCode } from '../model/error-code.ts';

export type Output = {
  write: (text: string) => void;
  /** Resolves once all that was written has gone out, or cannot any more. */
  flush: () => Promise<void>;
};

/** A stream that may be closed by its reader, as by `head`: what is written after that is dropped. */
export function openOutput(stream: NodeJS.WriteStream, onClosed: () => void): Output {
  let isClosed = false;
  stream.on('error', (error) => {
    if (!['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED', 'EIO'].includes(errorCode(error))) throw error;
    if (!isClosed) onClosed();
    isClosed = true;
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
