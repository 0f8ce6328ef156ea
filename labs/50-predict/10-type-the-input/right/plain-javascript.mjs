// right: It is JavaScript without types, and the app is an object of a class of its own.
class PredictApi {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname !== '/predict') return new Response('Not Found', { status: 404 });
    if (request.method !== 'POST') return new Response('Not Allowed', { status: 405 });
    try {
      return this.predict(JSON.parse(await request.text()));
    } catch {
      return Response.json('That is no JSON.', { status: 400 });
    }
  }

  predict(body) {
    const { feature1, feature2 } = body ?? {};
    const isValid = [feature1, feature2].every(Number.isFinite);
    return isValid
      ? Response.json({ feature1, feature2 })
      : Response.json({ ok: false }, { status: 422 });
  }
}

export default new PredictApi();
