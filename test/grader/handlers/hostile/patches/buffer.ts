// verdict: failed
// says: the
export default () => {
  Buffer.from = (() => {
    throw new Error('no buffers');
  }) as never;
  Buffer.concat = Buffer.from as never;
  return Response.json({ feature1: 0 });
};
