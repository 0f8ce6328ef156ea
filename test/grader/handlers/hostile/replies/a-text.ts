// verdict: failed
// says: returned a string, not a Response
export default () => '{"feature1": 1.5, "feature2": -2}';
