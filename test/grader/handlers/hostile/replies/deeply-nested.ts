// verdict: failed
// says: nested more than 200 levels deep
const depth = 100_000;
export default () =>
  new Response(`${'['.repeat(depth)}${']'.repeat(depth)}`, { headers: { 'content-type': 'application/json' } });
