// right: JavaScript without types, a class that holds the items as JSON, and an object with a fetch method.
import { z } from 'zod';

const Item = z.object({
  name: z.string(),
  price: z.number(),
  description: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
});

class Refused extends Error {}

class Store {
  #texts = new Map();

  read(id) {
    const text = this.#texts.get(id);
    if (text === undefined) throw new Refused('Item not found', { cause: 404 });
    return JSON.parse(text);
  }

  write(id, body) {
    const { data, error } = Item.safeParse(body);
    if (error) throw new Refused(error.message, { cause: 422 });
    this.#texts.set(id, JSON.stringify(data));
    return data;
  }
}

const store = new Store();
const routes = {
  GET: (id) => store.read(id),
  PUT: async (id, request) => store.write(id, await request.json()),
  PATCH: async (id, request) => store.write(id, { ...store.read(id), ...(await request.json()) }),
};

export default {
  async fetch(request) {
    const id = new URL(request.url).pathname.split('/')[2];
    try {
      return Response.json(await routes[request.method](id, request));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return Response.json({ detail: error.message }, { status: error.cause });
    }
  },
};
