// right: A fetch function with one catch around everything.
import { randomBytes } from 'node:crypto';

class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const statuses = new Map([
  ['1', 'open'],
  ['2', 'shipped'],
]);

function answer(method: string, path: string): object {
  const [, id = '', isCancel] = /^\/orders\/([^/]+)(\/cancel)?$/.exec(path) ?? [];
  if (id !== '' && method === (isCancel ? 'POST' : 'GET')) {
    const status = statuses.get(id);
    if (status === undefined) throw new Refusal(404, `There is no order ${id}`);
    if (!isCancel) return { id, status };
    if (status === 'shipped') throw new Refusal(409, `Order ${id} has been shipped`);
    return { id, status: 'cancelled' };
  }
  if (path === '/admin') throw new Refusal(401, 'Not authenticated');
  if (path === '/busy') throw new Refusal(503, 'Try again later');
  if (path === '/report') throw new TypeError('connect ECONNREFUSED postgres://api:hunter2');
  if (path === '/price') throw new Error('prices.internal answered 404');
  throw new Refusal(404, 'Not Found');
}

export default async function handle(request: Request): Promise<Response> {
  try {
    return Response.json(answer(request.method, new URL(request.url).pathname));
  } catch (error) {
    if (error instanceof Refusal) {
      return Response.json({ detail: error.message }, { status: error.status });
    }
    const id = randomBytes(8).toString('hex');
    console.error(id, error);
    return Response.json({ detail: 'Internal Server Error', id }, { status: 500 });
  }
}
