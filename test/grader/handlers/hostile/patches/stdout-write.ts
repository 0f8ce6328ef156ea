// verdict: failed
// says: expected
process.stdout.write = () => {
  throw new Error('no output');
};
process.stderr.write = process.stdout.write;
process.stdout.destroy();
process.stderr.destroy();
export default () => {
  console.log('hello');
  return Response.json({ feature1: 0 });
};
