// verdict: broken
// says: threw an error while it was loaded
const trap = () => {
  throw new Error('trapped');
};
export default new Proxy({}, { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap });
