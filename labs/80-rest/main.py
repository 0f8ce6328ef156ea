# region imports
import os
import sqlite3
from enum import Enum
from pathlib import Path as FilePath
from typing import Annotated

from fastapi import FastAPI, Header, HTTPException, Path, Query, Response
from parts.database import open_database
from pydantic import BaseModel, Field
# endregion

# region app
app = FastAPI(title="Rest", version="1.0.0")
# One connection, used by the event loop's thread only: that is why every route is `async def`.
db = open_database(FilePath(__file__).parent / "data/schema.sql", os.environ.get("DATABASE_PATH"))
# endregion

# region models
Isbn = Annotated[str, Field(pattern="^[0-9]{13}$")]
Text = Annotated[str, Field(min_length=1)]
Year = Annotated[int, Field(ge=1450, le=2100)]
Copies = Annotated[int, Field(ge=0, le=1000)]
# Without the upper bound an id beyond 64 bits would be a 500: SQLite has no room for it.
Id = Annotated[int, Path(ge=1, le=2**31 - 1, examples=[1])]


class BookIn(BaseModel):
    isbn: Isbn
    title: Text
    author: Text
    year: Year
    copies: Copies = 1


# None stands for "not sent" and is never looked at. `Isbn | None` would let null in.
class BookPatch(BaseModel):
    isbn: Isbn = None
    title: Text = None
    author: Text = None
    year: Year = None
    copies: Copies = None


class Book(BaseModel):
    id: int
    isbn: str
    title: str
    author: str
    year: int
    copies: int
# endregion


# region find
def find_book(book_id: int) -> dict:
    row = db.execute("SELECT * FROM books WHERE id = ?", [book_id]).fetchone()
    if row is None:
        raise HTTPException(404, "Book not found")
    return dict(row)
# endregion


# region write
# Asking first whether the ISBN is free would be a race. The table has the rule, and says when it is broken.
def write_book(sql: str, values: dict) -> dict:
    # region unique
    try:
        with db:
            row = db.execute(sql, values).fetchone()
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorname != "SQLITE_CONSTRAINT_UNIQUE":
            raise
        raise HTTPException(409, "A book with this ISBN is there already")
    # endregion
    # Nothing was written: the row has another version by now.
    if row is None:
        raise changed()
    return dict(row)
# endregion


# region versions
def etag(book: dict) -> str:
    return f'"{book["version"]}"'


def changed() -> HTTPException:
    return HTTPException(412, "The book has changed since you read it")
# endregion


# region create
@app.post(
    "/books",
    tags=["books"],
    response_model=Book,
    status_code=201,
    responses={409: {"description": "The ISBN is taken"}},
)
async def create_book(book: BookIn, response: Response):
    created = write_book(
        "INSERT INTO books (isbn, title, author, year, copies)"
        " VALUES (:isbn, :title, :author, :year, :copies) RETURNING *",
        book.model_dump(),
    )
    response.headers["Location"] = f"/books/{created['id']}"
    response.headers["ETag"] = etag(created)
    return created
# endregion


# region list
class Order(str, Enum):
    title = "title"
    year = "year"
    newest = "-year"


# A `?` stands for a value, never for a name: what is put into the SQL comes from this table. The id makes the order
# complete, so that no book is on two pages.
# region order
ORDER_BY = {
    Order.title: "title, id",
    Order.year: "year, id",
    Order.newest: "year DESC, id",
}

WHERE = """
    (:author IS NULL OR author = :author)
    AND (:q IS NULL OR instr(lower(title), lower(:q)) > 0)
"""
# endregion


class BookPage(BaseModel):
    items: list[Book]
    total: int
    limit: int
    offset: int


@app.get("/books", tags=["books"], response_model=BookPage)
async def list_books(
    author: str | None = None,
    q: str | None = None,
    order: Order = Order.title,
    limit: Annotated[int, Query(ge=1, le=50)] = 5,
    offset: Annotated[int, Query(ge=0, le=10_000)] = 0,
):
    filters = {"author": author, "q": q}
    page = {"limit": limit, "offset": offset}
    (total,) = db.execute(f"SELECT count(*) FROM books WHERE {WHERE}", filters).fetchone()
    rows = db.execute(
        f"SELECT * FROM books WHERE {WHERE} ORDER BY {ORDER_BY[order]} LIMIT :limit OFFSET :offset",
        filters | page,
    )
    return {"items": [dict(row) for row in rows], "total": total, **page}
# endregion


# region read
@app.get(
    "/books/{book_id}",
    tags=["books"],
    response_model=Book,
    responses={404: {"description": "Book not found"}},
)
async def read_book(book_id: Id, response: Response):
    book = find_book(book_id)
    response.headers["ETag"] = etag(book)
    return book
# endregion


# region patch
@app.patch(
    "/books/{book_id}",
    tags=["books"],
    response_model=Book,
    responses={
        404: {"description": "Book not found"},
        409: {"description": "The ISBN is taken"},
        412: {"description": "The book has another version"},
    },
)
async def patch_book(
    book_id: Id,
    patch: BookPatch,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
):
    # region change
    stored = find_book(book_id)
    if if_match not in (None, "*", etag(stored)):
        raise changed()
    book = write_book(
        "UPDATE books SET isbn = :isbn, title = :title, author = :author, year = :year,"
        " copies = :copies, version = version + 1"
        " WHERE id = :id AND version = :version RETURNING *",
        stored | patch.model_dump(exclude_unset=True),
    )
    response.headers["ETag"] = etag(book)
    return book
    # endregion
# endregion


# region delete
@app.delete(
    "/books/{book_id}",
    tags=["books"],
    status_code=204,
    responses={
        404: {"description": "Book not found"},
        409: {"description": "The book is lent"},
    },
)
async def delete_book(book_id: Id):
    try:
        with db:
            deleted = db.execute("DELETE FROM books WHERE id = ?", [book_id]).rowcount
    except sqlite3.IntegrityError:
        raise HTTPException(409, "The book is lent")
    if deleted == 0:
        raise HTTPException(404, "Book not found")
# endregion


# region lend
class LoanIn(BaseModel):
    reader: Text
    book_ids: list[Annotated[int, Field(ge=1, le=2**31 - 1)]] = Field(
        min_length=1, max_length=5, examples=[[2, 3]]
    )


class Loan(BaseModel):
    id: int
    reader: str
    book_id: int


def lend_book(reader: str, book_id: int) -> dict:
    # One statement looks and takes: between two of them another process could take the last copy.
    taken = db.execute(
        "UPDATE books SET copies = copies - 1, version = version + 1 WHERE id = ? AND copies > 0",
        [book_id],
    ).rowcount
    if taken == 0:
        book = find_book(book_id)
        raise HTTPException(409, f"No copy of {book['title']} is left")
    row = db.execute(
        "INSERT INTO loans (reader, book_id) VALUES (?, ?) RETURNING *", [reader, book_id]
    ).fetchone()
    return dict(row)


@app.post(
    "/loans",
    tags=["loans"],
    response_model=list[Loan],
    status_code=201,
    responses={
        404: {"description": "Book not found"},
        409: {"description": "No copy of a book is left"},
    },
)
async def lend(loan: LoanIn):
    # region lend-all
    # Begins with the first change, commits at the end, rolls back when anything is raised.
    with db:
        return [lend_book(loan.reader, book_id) for book_id in loan.book_ids]
    # endregion
# endregion


# region give-back
@app.delete(
    "/loans/{loan_id}",
    tags=["loans"],
    status_code=204,
    responses={404: {"description": "Loan not found"}},
)
async def give_back(loan_id: Id):
    with db:
        row = db.execute("DELETE FROM loans WHERE id = ? RETURNING book_id", [loan_id]).fetchone()
        if row is None:
            raise HTTPException(404, "Loan not found")
        db.execute(
            "UPDATE books SET copies = copies + 1, version = version + 1 WHERE id = ?",
            [row["book_id"]],
        )
# endregion
