// verdict: failed
// says: without a stack
export default () => {
  const error = new Error('without a stack');
  Object.defineProperty(error, 'stack', {
    get() {
      throw new Error('no stack');
    },
  });
  throw error;
};
