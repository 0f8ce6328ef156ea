// verdict: failed
// says: the body: expected
(globalThis as { process?: unknown }).process = undefined;
export default () => Response.json({ feature1: 0 });
