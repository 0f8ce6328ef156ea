// verdict: broken
// says: only said so
export default () => {
  process.emit('uncaughtException', new Error('only said so'));
  return Response.json({});
};
