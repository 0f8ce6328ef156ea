// verdict: failed
// says: Content-Length
export default () =>
  new Response('{"feature1":1.5,"feature2":-2}', {
    headers: { 'content-type': 'application/json', 'content-length': '500' },
  });
