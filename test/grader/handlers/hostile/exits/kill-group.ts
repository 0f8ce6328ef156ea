// verdict: failed
// says: may end only itself
export default () => {
  process.kill(0, 'SIGKILL');
  return Response.json({});
};
