// right: It is no Hono app at all, only a function from a request to a response, with a path relative to the list in Location.
import { z } from 'zod';

const Book = z.object({ isbn: z.string(), title: z.string() });
type Book = z.infer<typeof Book>;

const books: Book[] = [];

const toReply = (book: Book, id: number, init?: ResponseInit) =>
  Response.json({ title: book.title, isbn: book.isbn, id, pages: null }, init);

const refuse = (status: number, detail: string) => Response.json({ detail }, { status });

export default async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method === 'POST' && pathname === '/books') {
    const { isbn, title } = Book.parse(await request.json());
    if (books.some((book) => book.isbn === isbn)) return refuse(409, 'ISBN is taken');
    const id = books.push({ isbn, title });
    return toReply({ isbn, title }, id, { status: 201, headers: { location: `books/${id}` } });
  }
  const id = Number(/^\/books\/(\d+)$/.exec(pathname)?.[1]);
  const book = books[id - 1];
  return book === undefined ? refuse(404, 'Book not found') : toReply(book, id);
}
