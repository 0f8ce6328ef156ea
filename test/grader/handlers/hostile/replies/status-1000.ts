// verdict: failed
// says: Invalid status code: 1000
export default () => Response.json({}, { status: 1000 });
