/** Holds the thread that calls it for so many milliseconds, as a driver that knows no `await` does. */
export function blockFor(ms: number): number {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  return ms;
}
