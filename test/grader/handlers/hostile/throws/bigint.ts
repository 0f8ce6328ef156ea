// verdict: failed
// says: threw 10, not an Error
export default () => {
  throw 10n;
};
