// verdict: broken
// says: ended with exit code 0 while it was graded
export default () => {
  (process as unknown as { reallyExit: (code: number) => never }).reallyExit(0);
};
