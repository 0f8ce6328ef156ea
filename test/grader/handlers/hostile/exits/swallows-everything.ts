// verdict: failed
// says: the body: expected
process.removeAllListeners();
process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});
export default () => {
  setImmediate(() => {
    throw new Error('swallowed');
  });
  return Response.json({ feature1: 0 });
};
