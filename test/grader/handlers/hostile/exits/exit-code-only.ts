// verdict: failed
// says: the body: expected
process.exitCode = 0;
process.exit = (() => {}) as typeof process.exit;
export default () => Response.json({ feature1: 0 });
