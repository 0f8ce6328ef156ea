// verdict: failed
// says: the body: expected
export default () => {
  process.emit('exit', 0);
  process.emit('beforeExit', 0);
  return Response.json({ feature1: 0 });
};
