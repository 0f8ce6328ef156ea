"""Which methods FastAPI answers when you declare a GET."""

from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


# region both
@app.api_route("/books", methods=["GET", "HEAD"])
async def list_books():
    return []
# endregion


@app.get("/only-get")
async def only_get():
    return []


client = TestClient(app)
assert client.head("/books").status_code == 200
assert client.head("/only-get").status_code == 405
# Starlette's own pages, such as the docs, do answer HEAD.
assert client.head("/docs").status_code == 200
