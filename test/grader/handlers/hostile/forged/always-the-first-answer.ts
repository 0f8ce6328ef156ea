// verdict: failed
// says: expected
export default () => Response.json({ feature1: 1.5, feature2: -2 });
