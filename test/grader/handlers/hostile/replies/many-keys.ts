// verdict: failed
// says: the body, at feature1
const text = `{${Array.from({ length: 4_000 }, (_, n) => `"key${n}":${n}`).join()}}`;
export default () => new Response(text);
