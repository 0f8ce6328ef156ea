// verdict: failed
// says: not a valid HTTP reply
export default () => new Response('{}', { headers: { 'content-length': 'many' } });
