import sqlite3
from typing import Annotated

from fastapi import FastAPI, Query
from fastapi.testclient import TestClient

app = FastAPI()
db = sqlite3.connect(":memory:", check_same_thread=False)
db.row_factory = sqlite3.Row
db.execute("CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL)")
db.executemany("INSERT INTO books VALUES (?, ?)", [(10, "Emma"), (20, "Kim"), (30, "She")])

Limit = Annotated[int, Query(ge=1, le=50)]


@app.get("/by-offset")
async def list_by_offset(offset: Annotated[int, Query(ge=0)] = 0, limit: Limit = 2):
    rows = db.execute("SELECT * FROM books ORDER BY id LIMIT ? OFFSET ?", [limit, offset])
    return [dict(row) for row in rows]


# region cursor
@app.get("/by-cursor")
async def list_by_cursor(after: int = 0, limit: Limit = 2):
    rows = db.execute(
        "SELECT * FROM books WHERE id > ? ORDER BY id LIMIT ?", [after, limit]
    ).fetchall()
    last = rows[-1]["id"] if len(rows) == limit else None
    return {"items": [dict(row) for row in rows], "next": last}
# endregion


def titles(items: list[dict]) -> list[str]:
    return [item["title"] for item in items]


client = TestClient(app)
assert titles(client.get("/by-offset").json()) == ["Emma", "Kim"]
page = client.get("/by-cursor").json()
assert (titles(page["items"]), page["next"]) == (["Emma", "Kim"], 20)

# Somebody inserts a book before the second page is asked for.
db.execute("INSERT INTO books VALUES (5, 'Dracula')")
assert titles(client.get("/by-offset?offset=2").json()) == ["Kim", "She"]
page = client.get(f"/by-cursor?after={page['next']}").json()
assert (titles(page["items"]), page["next"]) == (["She"], None)

# Or deletes one: by offset, a book is skipped.
assert titles(client.get("/by-offset").json()) == ["Dracula", "Emma"]
db.execute("DELETE FROM books WHERE id = 5")
assert titles(client.get("/by-offset?offset=2").json()) == ["She"]
