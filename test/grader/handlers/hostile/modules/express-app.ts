// verdict: broken
// says: exports an Express app
const app = Object.assign(() => {}, { listen: () => {} });
export default app;
