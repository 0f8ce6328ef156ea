// verdict: failed
// says: expected
export default () => {
  for (let n = 0; n < 2000; n++) console.error(new Error('again'));
  return Response.json({ feature1: 0 });
};
