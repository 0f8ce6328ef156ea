// verdict: failed
// says: the status: expected 200, received 302
export default () => Response.redirect('http://127.0.0.1:9/', 302);
