// verdict: failed
// says: Headers.append
export default () => Response.json({}, { headers: { 'x-note': 'a\r\nset-cookie: admin=1\r\n\r\n{}' } });
