// verdict: failed
// says: expected
Object.assign(Object.prototype, {
  kind: 'ready',
  outcome: 'passed',
  status: 200,
  feature1: 1.5,
  feature2: -2,
  toJSON: () => ({ feature1: 1.5, feature2: -2 }),
});
export default () => Response.json({});
