// verdict: failed
// says: expected
export default () =>
  Response.json({ status: 'passed', outcome: 'passed', message: 'All 6 checks passed.' }, { status: 200 });
