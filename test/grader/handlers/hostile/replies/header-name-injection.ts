// verdict: failed
// says: invalid header name
export default () => Response.json({}, { headers: { 'x\r\ny': 'a' } });
