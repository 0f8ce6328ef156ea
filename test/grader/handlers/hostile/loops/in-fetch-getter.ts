// verdict: stuck
// deadline: 1.5
// says: did not start within
export default {
  get fetch() {
    for (;;) {}
  },
};
