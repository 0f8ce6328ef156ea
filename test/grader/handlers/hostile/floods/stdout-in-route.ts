// verdict: stuck
// says: POST /predict was not answered
export default () => {
  for (;;) process.stdout.write('flood '.repeat(1000));
};
