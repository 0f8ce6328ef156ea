// verdict: failed
// says: the status: expected 200, received 422
export default () => Response.json({ detail: [] }, { status: 422 });
