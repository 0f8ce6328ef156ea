// verdict: broken
// says: by SIGABRT while it was graded
export default () => {
  process.abort();
};
