// verdict: failed
// says: odd stack
export default () => {
  throw Object.assign(new Error('odd stack'), { stack: 5 });
};
