// verdict: stuck
// says: POST /predict was not answered within 0.7 seconds
export default () => {
  while (true) {}
};
