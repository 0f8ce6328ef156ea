// verdict: broken
// says: by SIGKILL while it was graded
export default () => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};
