// verdict: failed
// says: an error that cannot be read
const trap = () => {
  throw new Error('trapped');
};
export default () => {
  throw new Proxy(new Error('x'), { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap });
};
