// verdict: failed
// says: without a place
Error.stackTraceLimit = 0;
export default () => {
  throw new Error('without a place');
};
