// verdict: failed
// says: the body, at feature1
export default () => new Response('{"__proto__":{"feature1":1.5,"feature2":-2},"constructor":{"prototype":{}}}');
