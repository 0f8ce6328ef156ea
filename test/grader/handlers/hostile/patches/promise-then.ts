// verdict: stuck
// says: POST /predict was not answered
export default () => {
  // biome-ignore lint/suspicious/noThenProperty: that is the point
  Promise.prototype.then = () => new Promise(() => {});
  return new Promise(() => {});
};
