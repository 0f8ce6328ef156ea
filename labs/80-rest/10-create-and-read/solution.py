import sqlite3

from fastapi import FastAPI, HTTPException, Response
from pydantic import BaseModel

app = FastAPI()

db = sqlite3.connect(":memory:")
db.row_factory = sqlite3.Row
db.execute("""
    CREATE TABLE books (
      id INTEGER PRIMARY KEY,
      isbn TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL
    )
""")


class BookIn(BaseModel):
    isbn: str
    title: str


# region create
@app.post("/books", status_code=201)
async def create_book(book: BookIn, response: Response):
    try:
        with db:
            row = db.execute(
                "INSERT INTO books (isbn, title) VALUES (?, ?) RETURNING *",
                [book.isbn, book.title],
            ).fetchone()
    except sqlite3.IntegrityError:
        raise HTTPException(409, "ISBN is taken")
    response.headers["Location"] = f"/books/{row['id']}"
    return dict(row)
# endregion


# region read
@app.get("/books/{book_id}")
async def read_book(book_id: int):
    row = db.execute("SELECT * FROM books WHERE id = ?", [book_id]).fetchone()
    if row is None:
        raise HTTPException(404, "Book not found")
    return dict(row)
# endregion
