// verdict: broken
// says: process.exit(2) was called
export default async () => {
  setTimeout(() => process.exit(2), 20);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return Response.json({});
};
