// verdict: failed
// says: more than its Content-Length promised
export default () =>
  new Response('{"feature1":1.5,"feature2":-2}', {
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', 'content-length': '7' },
  });
