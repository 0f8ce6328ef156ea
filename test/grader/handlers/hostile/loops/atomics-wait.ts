// verdict: stuck
// says: POST /predict was not answered within
export default () => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return Response.json({});
};
