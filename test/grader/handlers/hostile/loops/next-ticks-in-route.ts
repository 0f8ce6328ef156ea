// verdict: stuck
// says: POST /predict was not answered within
export default () => {
  const again = () => process.nextTick(again);
  again();
  return Response.json({});
};
