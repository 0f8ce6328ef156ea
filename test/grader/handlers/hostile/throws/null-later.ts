// verdict: broken
// says: threw null, not an Error
export default async () => {
  setTimeout(() => {
    throw null;
  }, 5);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return Response.json({});
};
