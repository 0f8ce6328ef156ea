// verdict: failed
// says: the
export default () => {
  const trap = () => {
    throw new Error('trapped');
  };
  throw Object.assign(new Error('x'), { issues: [new Proxy({}, { get: trap, has: trap }), null, 5] });
};
