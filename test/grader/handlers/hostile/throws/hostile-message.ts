// verdict: failed
// says: an error that cannot be read
export default () => {
  const error = new Error('x');
  Object.defineProperty(error, 'message', {
    get() {
      throw new Error('no message');
    },
  });
  throw error;
};
