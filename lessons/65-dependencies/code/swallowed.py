# region code
import sqlite3
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException

app = FastAPI()


async def get_db():
    db = sqlite3.connect(":memory:")
    try:
        yield db
    # region bug
    except Exception:
        db.rollback()
    # endregion bug
    finally:
        db.close()


@app.get("/books/{book_id}")
async def read_book(book_id: int, db: Annotated[sqlite3.Connection, Depends(get_db)]):
    raise HTTPException(404, "Book not found")
# endregion code

from fastapi.testclient import TestClient  # noqa: E402

reply = TestClient(app, raise_server_exceptions=False).get("/books/7")
assert (reply.status_code, reply.text) == (500, "Internal Server Error")


# region fix
async def get_db():
    db = sqlite3.connect(":memory:")
    try:
        yield db
    except Exception:
        db.rollback()
        raise
    finally:
        db.close()
# endregion fix


app = FastAPI()


@app.get("/books/{book_id}")
async def read_book_again(book_id: int, db: Annotated[sqlite3.Connection, Depends(get_db)]):
    raise HTTPException(404, "Book not found")


reply = TestClient(app).get("/books/7")
assert (reply.status_code, reply.json()) == (404, {"detail": "Book not found"})
