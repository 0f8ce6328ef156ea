// verdict: broken
// says: process.exit(0) was called
setTimeout(() => process.exit(0), 20);
await new Promise((resolve) => setTimeout(resolve, 60_000));
