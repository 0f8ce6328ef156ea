// verdict: stuck
// says: no loop or await in it runs for ever
export default async () => {
  for (;;) await Promise.resolve();
};
