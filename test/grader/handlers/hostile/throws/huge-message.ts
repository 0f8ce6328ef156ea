// verdict: failed
// says: huge
export default () => {
  throw new Error(`huge ${'x'.repeat(20_000_000)}`);
};
