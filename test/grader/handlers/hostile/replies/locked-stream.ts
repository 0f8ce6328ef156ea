// verdict: failed
// says: locked
export default () => {
  const reply = Response.json({ feature1: 0 });
  reply.body?.getReader();
  return reply;
};
