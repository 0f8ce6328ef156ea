// verdict: broken
// says: by SIGTERM while it was graded
export default () => {
  process.kill(process.pid);
  return new Promise(() => {});
};
