// verdict: broken
// says: used up its memory
const kept: string[] = [];
export default async () => {
  for (;;) kept.push(JSON.stringify({ text: 'x'.repeat(1_000_000) + kept.length }));
};
