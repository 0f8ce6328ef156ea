// verdict: failed
// says: the status: expected 200, received 307
export default (request: Request) => Response.redirect(request.url, 307);
