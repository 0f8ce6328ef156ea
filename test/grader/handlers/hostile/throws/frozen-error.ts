// verdict: failed
// says: cold
export default () => {
  throw Object.freeze(new Error('cold'));
};
