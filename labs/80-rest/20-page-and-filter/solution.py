import sqlite3
from enum import Enum
from typing import Annotated

from fastapi import FastAPI, Query
from pydantic import BaseModel

app = FastAPI()

db = sqlite3.connect(":memory:")
db.row_factory = sqlite3.Row
db.execute("""
    CREATE TABLE books (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      author TEXT NOT NULL,
      year INTEGER NOT NULL
    )
""")


class Book(BaseModel):
    title: str
    author: str
    year: int


@app.put("/books")
async def put_books(books: list[Book]):
    with db:
        db.execute("DELETE FROM books")
        db.executemany(
            "INSERT INTO books (title, author, year) VALUES (:title, :author, :year)",
            [book.model_dump() for book in books],
        )
    return {"total": len(books)}


# region parameters
class Order(str, Enum):
    title = "title"
    year = "year"
    newest = "-year"


# What is put into the SQL comes from here, never from a request.
ORDER_BY = {Order.title: "title", Order.year: "year, id", Order.newest: "year DESC, id"}
# endregion


# region page
CHOSEN = "FROM books WHERE :author IS NULL OR author = :author"


@app.get("/books")
async def list_books(
    limit: Annotated[int, Query(ge=1, le=50)] = 5,
    offset: Annotated[int, Query(ge=0)] = 0,
    author: str | None = None,
    order: Order = Order.title,
):
    values = {"author": author, "limit": limit, "offset": offset}
    (total,) = db.execute(f"SELECT count(*) {CHOSEN}", values).fetchone()
    rows = db.execute(
        f"SELECT * {CHOSEN} ORDER BY {ORDER_BY[order]} LIMIT :limit OFFSET :offset", values
    )
    return {"items": [dict(row) for row in rows], "total": total}
# endregion
