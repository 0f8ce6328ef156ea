// verdict: failed
// says: may not start other programs
export default () => {
  process.execve?.('/bin/sleep', ['sleep', '300'], {});
  return Response.json({});
};
