// verdict: failed
// says: may end only itself
export default () => {
  process.kill(process.ppid, 'SIGKILL');
  return Response.json({});
};
