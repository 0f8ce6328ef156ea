// verdict: broken
// says: used up its memory
const kept: Buffer[] = [];
export default async () => {
  for (;;) kept.push(Buffer.alloc(32 * 1024 * 1024, 1));
};
