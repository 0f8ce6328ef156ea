// verdict: broken
// says: used up its memory
const kept: Promise<unknown>[] = [];
export default async () => {
  for (;;) {
    kept.push(new Promise(() => ({ large: new Array(1000).fill(kept.length) })), Promise.resolve(new Array(1000).fill(0)));
    if (kept.length % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
};
