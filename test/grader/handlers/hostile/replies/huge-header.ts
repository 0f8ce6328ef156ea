// verdict: failed
// says: the headers of the reply are too long
export default () => Response.json({}, { headers: { 'x-large': 'x'.repeat(1_000_000) } });
