// verdict: broken
// says: an error that cannot be read
const trap = () => {
  throw new Error('trapped');
};
export default async () => {
  setTimeout(() => {
    throw new Proxy(new Error('x'), { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap });
  }, 5);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return Response.json({});
};
