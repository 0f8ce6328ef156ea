// verdict: broken
// says: threw an error while it was loaded
const trap = () => {
  throw new Error('trapped');
};
throw new Proxy(new Error('x'), { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap });
