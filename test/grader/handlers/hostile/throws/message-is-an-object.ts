// verdict: failed
// says: the
export default () => {
  throw Object.assign(new Error('x'), { message: { toString: () => 1 } });
};
