# region code
import sqlite3

from fastapi import FastAPI

app = FastAPI()
db = sqlite3.connect(":memory:", check_same_thread=False)
db.executescript("""
    CREATE TABLE books (title TEXT, author TEXT);
    INSERT INTO books VALUES ('Emma', 'Jane Austen'), ('The Third Policeman', 'Flann O''Brien');
""")


@app.get("/books")
async def list_books(author: str):
    # region bug
    rows = db.execute(f"SELECT title FROM books WHERE author = '{author}'")
    # endregion bug
    return [title for (title,) in rows]
# endregion code

from fastapi.testclient import TestClient  # noqa: E402


def ask(author: str):
    return TestClient(app, raise_server_exceptions=False).get("/books", params={"author": author})


assert ask("Jane Austen").json() == ["Emma"]
assert ask("Flann O'Brien").status_code == 500
assert ask("' OR '1'='1").json() == ["Emma", "The Third Policeman"]

app = FastAPI()


# region fix
@app.get("/books")
async def list_books(author: str):
    rows = db.execute("SELECT title FROM books WHERE author = ?", [author])
    return [title for (title,) in rows]
# endregion fix


assert ask("Flann O'Brien").json() == ["The Third Policeman"]
assert ask("' OR '1'='1").json() == []
