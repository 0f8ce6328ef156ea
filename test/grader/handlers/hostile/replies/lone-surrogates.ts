// verdict: failed
// says: the body: expected
export default () => new Response('{"feature1":"\\ud800","feature2":"\\u0000"}');
