// verdict: stuck
// says: POST /predict was not answered within
export default () => ({
  // biome-ignore lint/suspicious/noThenProperty: that is the point
  then() {
    for (;;) {}
  },
});
