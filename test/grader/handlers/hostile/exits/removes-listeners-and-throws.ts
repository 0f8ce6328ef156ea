// verdict: broken
// says: nobody listens
process.removeAllListeners();
export default async () => {
  setImmediate(() => {
    throw new Error('nobody listens');
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  return Response.json({});
};
