// verdict: failed
// says: threw null, not an Error
export default () => {
  throw null;
};
