from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from fastapi import FastAPI, Query
from fastapi.testclient import TestClient
from pydantic import BaseModel

if TYPE_CHECKING:
    from decimal import Decimal

    from books import Book


app = FastAPI()


# Only the type checker sees these imports, and the app starts all the same.
@app.post("/books")
async def add_book(book: Book):
    return book


@app.get("/price")
async def read_price() -> Decimal:
    return 1


client = TestClient(app, raise_server_exceptions=False)
reply = client.post("/books", json={"title": "Kindred"})
assert reply.status_code == 422
assert reply.json()["detail"][0]["type"] == "missing"
assert reply.json()["detail"][0]["loc"] == ["query", "book"]
assert client.get("/price").status_code == 500
assert client.get("/openapi.json").status_code == 500


# A misspelt query parameter is ignored, unless a model forbids it.
class Page(BaseModel, extra="forbid"):
    limit: int = 10


strict = FastAPI()


@strict.get("/pages")
async def read_pages(page: Annotated[Page, Query()]):
    return page


reply = TestClient(strict).get("/pages?limt=50")
assert reply.status_code == 422
assert reply.json()["detail"][0]["type"] == "extra_forbidden"
assert reply.json()["detail"][0]["loc"] == ["query", "limt"]

# Two modules that import each other.
with tempfile.TemporaryDirectory() as folder:
    main, users = Path(folder, "circle_main.py"), Path(folder, "circle_users.py")
    main.write_text("from circle_users import router\ndef get_db(): ...\n")
    users.write_text("from circle_main import get_db\nrouter = None\n")
    sys.path.insert(0, folder)
    try:
        import circle_main
    except ImportError as error:
        message = str(error)
assert "partially initialized module" in message
assert "circular import" in message
