import { createInterface } from 'node:readline';

type Source = NodeJS.ReadableStream & { isTTY?: boolean };

/**
 * Reads lines from a terminal or a pipe; nothing is read before the first is asked for. The prompt is written where
 * a person types. Resolves with undefined at the end of the input, and once `signal` fires.
 */
export function openInput(
  source: Source,
  write: (text: string) => void,
  signal: AbortSignal,
): (prompt: string) => Promise<string | undefined> {
  let lines: AsyncIterator<string> | undefined;
  const ended = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return async (prompt) => {
    if (signal.aborted) return undefined;
    lines ??= createInterface({ input: source, terminal: false })[Symbol.asyncIterator]();
    if (source.isTTY) write(prompt);
    // A terminal that is gone ends the input as a closed pipe does.
    const next = lines.next().catch(() => ({ done: true as const, value: undefined }));
    const read = await Promise.race([next, ended]);
    return read === undefined || read.done ? undefined : read.value;
  };
}
