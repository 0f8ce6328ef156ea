// verdict: broken
// says: used up its memory
const kept: Buffer[] = [];
for (;;) kept.push(Buffer.alloc(32 * 1024 * 1024, 1));
