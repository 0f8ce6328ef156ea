// verdict: stuck
// deadline: 1.5
// says: an await that takes too long, before it listens
await new Promise((resolve) => setTimeout(resolve, 3_600_000));
export default () => Response.json({});
