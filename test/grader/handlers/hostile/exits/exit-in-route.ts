// verdict: broken
// says: process.exit(0) was called, in line 4
export default () => {
  process.exit(0);
};
