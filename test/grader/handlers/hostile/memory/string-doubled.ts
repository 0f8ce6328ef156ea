// verdict: failed
// says: Invalid string length
export default () => {
  let text = 'x';
  for (;;) text += text;
};
