// verdict: failed
// says: nameless
export default () => {
  const error = new Error('nameless');
  Object.defineProperty(error, 'name', { value: { toString: null } });
  throw error;
};
