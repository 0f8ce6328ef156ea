// verdict: failed
// says: expected
export default () => {
  for (let n = 0; n < 2000; n++) process.emitWarning(`warning ${n}`);
  return Response.json({ feature1: 0 });
};
