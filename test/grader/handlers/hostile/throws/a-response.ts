// verdict: failed
// says: not an Error
export default () => {
  throw Response.json({ feature1: 1.5, feature2: -2 });
};
