// verdict: failed
// says: the body: expected
const text = `{${Array.from({ length: 4_000 }, (_, n) => `"key${n}":${n}`).join()}}`;
export default () => new Response(text);
