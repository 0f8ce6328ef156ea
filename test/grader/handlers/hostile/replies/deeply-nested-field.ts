// verdict: failed
// says: nested more than 200 levels deep
const depth = 20_000;
export default () =>
  new Response(`{"feature1":1.5,"feature2":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`);
