// verdict: broken
// says: used up its memory
export default () => {
  let list: unknown[] = [1];
  for (;;) list = [structuredClone(list), structuredClone(list)];
};
