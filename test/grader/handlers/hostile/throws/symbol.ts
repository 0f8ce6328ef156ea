// verdict: failed
// says: threw Symbol(trouble), not an Error
export default () => {
  throw Symbol('trouble');
};
