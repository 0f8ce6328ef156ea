// verdict: failed
// says: round and round
export default () => {
  const error = new Error('round and round');
  error.cause = error;
  throw error;
};
