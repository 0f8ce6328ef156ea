// verdict: failed
// says: the
const reply = Response.json({ feature1: 1.5, feature2: -2 });
export default () => reply;
