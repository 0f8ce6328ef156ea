// verdict: broken
// says: used up its memory
export default () => {
  for (;;) process.stdout.write('flood '.repeat(1000));
};
