// verdict: failed
// says: the body: expected
export default () => new Response('{"feature1":1e999,"feature2":-1e999}');
