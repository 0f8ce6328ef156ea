// verdict: failed
// says: the reply is longer than 1 MiB
export default () => new Response('x'.repeat(5_000_000));
