import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Stops reading from the terminal, so that a program that is given it gets every key. Ink only stops
 * listening: Node would go on taking the next bytes. Reading begins again with the next listener.
 */
export async function releaseInput(stdin: NodeJS.ReadableStream): Promise<void> {
  await nextTurn();
  stdin.pause();
  await nextTurn();
}
