// verdict: failed
// says: not a Response
export default () => ({ status: 200, headers: {}, body: '{"feature1":1.5,"feature2":-2}' });
