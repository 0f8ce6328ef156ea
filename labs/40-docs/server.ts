// #region imports
import { createRoute, z } from '@hono/zod-openapi';
import { timingSafeEqual } from 'hono/utils/buffer';
import { float } from '../kit/float.ts';
import { HTTPError } from '../kit/http-error.ts';
import { int } from '../kit/int.ts';
import { jsonBody, jsonResponse, ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { readPasswordForm } from '../kit/password-form.ts';
import type { Dependency } from '../kit/router.ts';
import { APIKeyHeader, HTTPBasic, HTTPBearer, OAuth2PasswordBearer } from '../kit/security.ts';

// #endregion

// #region app
const app = createLab({
  title: 'Books',
  version: '2.1.0',
  summary: 'A shop that describes itself.',
  description: 'Everything on this page was made **from the code**.',
  contact: { name: 'The shop', url: 'https://shop.example/help' },
  licenseInfo: { name: 'MIT', identifier: 'MIT' },
  servers: [{ url: '/', description: 'This server' }],
  openapiTags: [
    { name: 'books', description: 'What the shop has. Anybody may look.' },
    { name: 'orders', description: 'What it costs. For those who have a *token*.' },
    { name: 'security', description: 'Four ways to say who you are.' },
  ],
  generateUniqueId: ({ name }) => name,
});
// #endregion

// #region models
const Book = z
  .object({
    id: int(),
    title: z.string().openapi({ examples: ['The Dispossessed'] }),
    author: z.string().openapi({ examples: ['Ursula K. Le Guin'] }),
    price: float().openapi({ description: 'In euros, without postage.', examples: [12.5] }),
  })
  .openapi('Book', { description: 'A book as the shop knows it.' });

const Problem = z
  .object({ detail: z.string().openapi({ examples: ['Book not found'] }) })
  .openapi('Problem');

const books: z.infer<typeof Book>[] = [
  { id: 1, title: 'The Dispossessed', author: 'Ursula K. Le Guin', price: 12.5 },
  { id: 2, title: 'Kindred', author: 'Octavia E. Butler', price: 10.25 },
  { id: 3, title: 'Solaris', author: 'Stanislaw Lem', price: 9.75 },
];
// #endregion

// #region describe
const author = z
  .string()
  .nullable()
  .default(null)
  .openapi({
    description: "Part of the author's name.",
    examples: ['Lem', 'Le Guin'],
  });
const by = z
  .string()
  .nullable()
  .default(null)
  .openapi({ description: 'Say `author` instead.', deprecated: true });

const listBooks = createRoute({
  method: 'get',
  path: '/books',
  operationId: 'list_books',
  tags: ['books'],
  description: 'List the books, **all** of them or those of one author.\n\nCapitals matter.',
  request: { query: z.object({ author, by }) },
  responses: { 200: { ...jsonResponse(z.array(Book)), description: 'Books, the first id first' } },
});

app.openapi(listBooks, (c) => {
  const { author, by } = c.req.valid('query');
  return c.json(findByAuthor(author || by), 200);
});

const findByAuthor = (part: string | null) =>
  books.filter(({ author }) => author.includes(part ?? ''));
// #endregion

// #region responses
const notFound = {
  404: { ...jsonResponse(Problem), description: 'The shop has no such book' },
};

// #region get-book
const getBook = createRoute({
  method: 'get',
  path: '/books/{book_id}',
  operationId: 'get_book',
  tags: ['books'],
  summary: 'Get one book',
  request: { params: z.object({ book_id: int().openapi({ examples: [1, 2, 3] }) }) },
  responses: { 200: jsonResponse(Book), ...notFound },
});

app.openapi(getBook, (c) => c.json(findBook(c.req.valid('param').book_id), 200));
// #endregion

function findBook(id: number) {
  const book = books.find((book) => book.id === id);
  if (book === undefined) throw new HTTPError(404, 'Book not found');
  return book;
}
// #endregion

// #region deprecated
const searchBooks = createRoute({
  method: 'get',
  path: '/search',
  operationId: 'search_books',
  tags: ['books'],
  description: 'Ask `/books` instead.',
  deprecated: true,
  request: { query: z.object({ author }) },
  responses: { 200: jsonResponse(z.array(Book)) },
});

app.openapi(searchBooks, (c) => c.json(findByAuthor(c.req.valid('query').author), 200));
// #endregion

// #region hidden
const health = createRoute({ method: 'get', path: '/health', hide: true, responses: ok });

app.openapi(health, (c) => c.json({ status: 'ok' }, 200));
// #endregion

// #region bearer
const bearer = new HTTPBearer({ description: 'The token is `secret`.' });
const unauthorized = { 401: { ...jsonResponse(Problem), description: 'Not authenticated' } };

// #region use-bearer
const useBearer = createRoute({
  method: 'get',
  path: '/bearer',
  operationId: 'use_bearer',
  tags: ['security'],
  description: 'Takes any token: a scheme reads it, and does not judge it.',
  dependencies: [bearer],
  responses: { ...ok, ...unauthorized },
});

app.openapi(useBearer, (c) => c.json(bearer.read(c), 200));
// #endregion
// #endregion

// #region token
const checkToken: Dependency = {
  ...bearer,
  name: 'checkToken',
  run: async (c) => {
    const { credentials } = bearer.read(c);
    if (await timingSafeEqual(credentials, 'secret')) return;
    throw new HTTPError(401, 'Wrong token', { 'WWW-Authenticate': 'Bearer' });
  },
};
// #endregion

// #region protected
// #region order
const Order = z
  .object({
    book_id: int().openapi({ examples: [1, 3] }),
    copies: int({ ge: 1, le: 100 }).default(1).openapi({ description: 'How many you want.' }),
  })
  .openapi('Order');
// #endregion

const Quote = z.object({ book: Book, total: float() }).openapi('Quote');

const examples = {
  one: { summary: 'A single copy', value: { book_id: 1 } },
  class: { summary: 'For a whole class', value: { book_id: 3, copies: 25 } },
};

const quoteOrder = createRoute({
  method: 'post',
  path: '/quotes',
  operationId: 'quote_order',
  tags: ['orders'],
  description: 'Say what an order would cost, and order nothing.',
  dependencies: [checkToken],
  request: { body: jsonBody(Order, { examples }) },
  responses: { 200: jsonResponse(Quote), ...unauthorized, ...notFound },
});

app.openapi(quoteOrder, (c) => {
  const { book_id, copies } = c.req.valid('json');
  const book = findBook(book_id);
  return c.json({ book, total: book.price * copies }, 200);
});
// #endregion

// #region schemes
const oauth2 = new OAuth2PasswordBearer({ tokenUrl: 'token' });
const basic = new HTTPBasic();
const apiKey = new APIKeyHeader({ name: 'X-API-Key' });
const describeUse = (path: string, operationId: string, scheme: Dependency) =>
  createRoute({
    method: 'get',
    path,
    operationId,
    tags: ['security'],
    dependencies: [scheme],
    responses: { ...ok, ...unauthorized },
  });

app.openapi(describeUse('/oauth', 'use_oauth', oauth2), (c) =>
  c.json({ token: oauth2.read(c) }, 200),
);
app.openapi(describeUse('/basic', 'use_basic', basic), (c) =>
  c.json({ username: basic.read(c).username }, 200),
);
app.openapi(describeUse('/apikey', 'use_api_key', apiKey), (c) =>
  c.json({ key: apiKey.read(c) }, 200),
);
// #endregion

// #region password
const giveToken = createRoute({ method: 'post', path: '/token', hide: true, responses: ok });

app.openapi(giveToken, async (c) => {
  const { username, password } = await readPasswordForm(c);
  if (username !== 'ada' || password !== 'lovelace') {
    throw new HTTPError(400, 'Incorrect username or password');
  }
  return c.json({ access_token: 'secret', token_type: 'bearer' }, 200);
});
// #endregion

export default app;
