// verdict: failed
// says: again and again
export default () => {
  throw new Error(`again and again ${'and again '.repeat(100_000)}`);
};
