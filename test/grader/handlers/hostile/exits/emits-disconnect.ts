// verdict: failed
// says: the body: expected
export default () => {
  process.emit('disconnect');
  return Response.json({ feature1: 0 });
};
