// verdict: failed
// says: the status: expected 200, received 204
export default () => Response.json({ feature1: 1.5 }, { status: 204 });
