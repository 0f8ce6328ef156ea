// verdict: broken
// says: not iterable
export default () => {
  delete (Array.prototype as Partial<unknown[]>)[Symbol.iterator];
  return Response.json({ feature1: 0 });
};
