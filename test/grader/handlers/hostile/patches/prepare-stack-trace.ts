// verdict: failed
// says: the real reason
Error.prepareStackTrace = () => {
  throw new Error('no stack for you');
};
export default () => {
  throw new Error('the real reason');
};
