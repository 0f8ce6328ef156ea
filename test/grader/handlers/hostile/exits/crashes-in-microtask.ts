// verdict: broken
// says: in a microtask
export default async () => {
  queueMicrotask(() => {
    throw new Error('in a microtask');
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  return Response.json({});
};
