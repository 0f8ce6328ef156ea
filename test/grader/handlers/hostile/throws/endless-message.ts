// verdict: stuck
// says: POST /predict was not answered
export default () => {
  const error = new Error('x');
  Object.defineProperty(error, 'message', {
    get() {
      for (;;) {}
    },
  });
  throw error;
};
