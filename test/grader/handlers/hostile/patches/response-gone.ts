// verdict: failed
// says: the body: expected
delete (globalThis as Partial<typeof globalThis>).Response;
export default () => Response.json({});
