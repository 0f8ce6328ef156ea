// verdict: broken
// says: used up its memory
const cache = new Map<number, Uint8Array>();
setInterval(() => {
  for (let n = 0; n < 10; n++) cache.set(cache.size, new Uint8Array(8_000_000).fill(1));
}, 1);
export default async () => {
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  return Response.json({});
};
