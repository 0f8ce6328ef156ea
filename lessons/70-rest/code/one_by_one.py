# region code
import sqlite3

from fastapi import FastAPI

app = FastAPI()
db = sqlite3.connect(":memory:", check_same_thread=False)
db.executescript("""
    CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE books (title TEXT, author_id INTEGER REFERENCES authors);
    INSERT INTO authors VALUES (1, 'Austen'), (2, 'Wells');
    INSERT INTO books VALUES ('Emma', 1), ('Persuasion', 1), ('The Time Machine', 2);
""")


@app.get("/books")
async def list_books():
    books = db.execute("SELECT title, author_id FROM books ORDER BY title LIMIT 50").fetchall()
    # region bug
    find = "SELECT name FROM authors WHERE id = ?"
    authors = [db.execute(find, [author_id]).fetchone()[0] for _, author_id in books]
    # endregion bug
    return [{"title": title, "author": name} for (title, _), name in zip(books, authors)]
# endregion code

from fastapi.testclient import TestClient  # noqa: E402

page = [
    {"title": "Emma", "author": "Austen"},
    {"title": "Persuasion", "author": "Austen"},
    {"title": "The Time Machine", "author": "Wells"},
]
statements: list[str] = []
db.set_trace_callback(statements.append)
assert TestClient(app).get("/books").json() == page
assert len(statements) == 1 + 3

app = FastAPI()


# region fix
@app.get("/books")
async def list_books():
    rows = db.execute(
        "SELECT title, name FROM books JOIN authors ON authors.id = author_id"
        " ORDER BY title LIMIT 50"
    )
    return [{"title": title, "author": name} for title, name in rows]
# endregion fix


statements.clear()
assert TestClient(app).get("/books").json() == page
assert len(statements) == 1
