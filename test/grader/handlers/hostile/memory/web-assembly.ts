// verdict: broken
// says: used up its memory
export default async () => {
  const kept: WebAssembly.Memory[] = [];
  for (;;) {
    const memory = new WebAssembly.Memory({ initial: 1000 });
    new Uint8Array(memory.buffer).fill(1);
    kept.push(memory);
  }
};
