# region code
from fastapi import APIRouter, FastAPI

app = FastAPI()
site = FastAPI()
items = APIRouter(prefix="/items")


@site.get("/")
async def home():
    return {"page": "home"}


@items.get("/")
async def list_items():
    return [{"id": 1}]


# region bug
app.mount("/", site)
app.include_router(items)
# endregion bug
# endregion code

import tempfile  # noqa: E402
from pathlib import Path  # noqa: E402

from fastapi.testclient import TestClient  # noqa: E402

client = TestClient(app)
assert client.get("/").json() == {"page": "home"}
assert client.get("/items/").status_code == 404
# The document lists it all the same.
assert "/items/" in client.get("/openapi.json").json()["paths"]

# region fix
app = FastAPI()
app.include_router(items)
app.mount("/", site)
# endregion fix

client = TestClient(app)
assert client.get("/items/").json() == [{"id": 1}]
assert client.get("/").json() == {"page": "home"}

# A built page has a function of its own, which is tried after all routes.
with tempfile.TemporaryDirectory() as folder:
    Path(folder, "index.html").write_text("<p>Home</p>")
    app = FastAPI()
    app.frontend("/", directory=folder)
    app.include_router(items)
    client = TestClient(app)
    assert client.get("/items/").json() == [{"id": 1}]
    assert client.get("/").text == "<p>Home</p>"
