// verdict: failed
// says: expected
globalThis.fetch = async () => Response.json({ feature1: 1.5, feature2: -2 });
export default () => Response.json({ feature1: 0 });
