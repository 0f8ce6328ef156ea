// verdict: broken
// says: used up its memory
const kept: unknown[] = [];
export default () => {
  for (;;) kept.push({ kept: kept.length, more: [1, 2, 3] });
};
