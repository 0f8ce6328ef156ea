// verdict: failed
// says: the screen is gone
console.log('\x1b[2J\x1b[H\x1b[?1049l✔ passed');
export default () => {
  throw new Error('\x1b[2J\x1b[H\x1b]0;title\x07the screen is gone\x1b[?25l\r\b');
};
