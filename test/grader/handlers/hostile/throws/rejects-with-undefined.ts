// verdict: broken
// says: a promise was rejected with undefined
export default async () => {
  Promise.reject();
  await new Promise((resolve) => setTimeout(resolve, 500));
  return Response.json({});
};
