// verdict: broken
// says: too late, in line 5
export default async () => {
  setTimeout(async () => {
    throw new Error('too late');
  }, 10);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return Response.json({});
};
