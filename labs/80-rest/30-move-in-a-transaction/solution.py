import sqlite3
from typing import Annotated

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field

app = FastAPI()

db = sqlite3.connect(":memory:")
db.row_factory = sqlite3.Row
db.execute("""
    CREATE TABLE shelves (
      name TEXT PRIMARY KEY,
      copies INTEGER NOT NULL CHECK (copies BETWEEN 0 AND 100)
    )
""")


class Shelf(BaseModel):
    copies: Annotated[int, Field(ge=0, le=100)]


@app.put("/shelves/{name}")
async def put_shelf(name: str, shelf: Shelf):
    with db:
        row = db.execute(
            "INSERT OR REPLACE INTO shelves VALUES (?, ?) RETURNING *", [name, shelf.copies]
        ).fetchone()
    return dict(row)


@app.get("/shelves/{name}")
async def read_shelf(name: str):
    row = db.execute("SELECT * FROM shelves WHERE name = ?", [name]).fetchone()
    if row is None:
        raise HTTPException(404, "Shelf not found")
    return dict(row)


# region add
def add(name: str, copies: int) -> dict:
    row = db.execute(
        "UPDATE shelves SET copies = copies + ? WHERE name = ? RETURNING *", [copies, name]
    ).fetchone()
    if row is None:
        raise HTTPException(404, "Shelf not found")
    return dict(row)
# endregion


# region move
class Move(BaseModel):
    source: str
    target: str
    copies: Annotated[int, Field(ge=1)]


@app.post("/moves")
async def move_copies(move: Move):
    try:
        with db:
            return {
                "source": add(move.source, -move.copies),
                "target": add(move.target, move.copies),
            }
    except sqlite3.IntegrityError:
        raise HTTPException(409, "Not enough copies or room")
# endregion
