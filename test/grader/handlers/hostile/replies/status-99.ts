// verdict: failed
// says: Invalid status code: 99
export default () => Response.json({}, { status: 99 });
