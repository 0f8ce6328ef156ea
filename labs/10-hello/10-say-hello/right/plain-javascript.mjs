// right: It is JavaScript without types, and the app is an object of a class of its own.
class HelloApi {
  async fetch(request) {
    const steps = new URL(request.url).pathname.split('/').slice(1).map(decodeURIComponent);
    if (steps.length === 1 && steps[0] === '') return Response.json({ message: 'Hello World' });
    if (steps.length !== 2 || steps[0] !== 'hello') {
      return Response.json({ detail: 'Not Found' }, { status: 404 });
    }
    return Response.json({ message: `Hello, ${steps[1]}` });
  }
}

export default new HelloApi();
