// verdict: stuck
// says: POST /predict was not answered
process.on('exit', () => {
  for (;;) {}
});
export default () => {
  process.exit(0);
};
