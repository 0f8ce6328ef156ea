// verdict: failed
// says: expected
setInterval(() => process.stdout.write('x'.repeat(200_000)), 1);
export default () => Response.json({ feature1: 0 });
