// verdict: failed
// says: process.binding
export default () => {
  (process as unknown as { binding: (name: string) => unknown }).binding('spawn_sync');
  return Response.json({});
};
