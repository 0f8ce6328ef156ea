// verdict: failed
// says: expected
const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, n) => (n * 7919) % 256));
setInterval(() => process.stderr.write(bytes), 1);
export default () => Response.json({ feature1: 0 });
