// right: JavaScript without types, and an object of a class of its own as the app.
class Refused extends Error {}

class ItemsApi {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    const [, first, id] = pathname.split('/');
    if (first !== 'items') return Response.json({ detail: 'Not Found' }, { status: 404 });
    const errors = [];
    const read = (loc, text, test) => {
      try {
        const value = text.trim() === '' ? Number.NaN : Number(text);
        if (!Number.isSafeInteger(value)) {
          const msg = 'Input should be a valid integer, unable to parse string as an integer';
          throw new Refused(msg, { cause: 'int_parsing' });
        }
        test?.(value);
        return value;
      } catch (error) {
        errors.push({ input: text, msg: error.message, loc, type: error.cause });
      }
    };
    const atLeast = (bound) => (value) => {
      const msg = `Input should be greater than or equal to ${bound}`;
      if (value < bound) throw new Refused(msg, { cause: 'greater_than_equal' });
    };
    const item_id = read(['path', 'item_id'], decodeURIComponent(id));
    const skip = read(['query', 'skip'], searchParams.get('skip') ?? '0', atLeast(0));
    const limit = read(['query', 'limit'], searchParams.get('limit') ?? '10', (value) => {
      atLeast(1)(value);
      const msg = 'Input should be less than or equal to 100';
      if (value > 100) throw new Refused(msg, { cause: 'less_than_equal' });
    });
    if (errors.length > 0) return Response.json({ detail: errors }, { status: 422 });
    return Response.json({ limit, skip, q: searchParams.get('q'), item_id });
  }
}

export default new ItemsApi();
