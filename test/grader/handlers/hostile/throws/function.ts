// verdict: failed
// says: not an Error
export default () => {
  throw () => new Error('lazy');
};
