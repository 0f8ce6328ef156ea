// verdict: failed
// says: process.disconnect is not a function
export default () => {
  process.disconnect();
  return Response.json({});
};
