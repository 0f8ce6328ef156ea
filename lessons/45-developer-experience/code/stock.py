from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.testclient import TestClient

app = FastAPI()


# region app
def get_stock() -> dict[str, int]:
    raise RuntimeError("no database here")

Stock = Annotated[dict[str, int], Depends(get_stock)]

@app.get("/stock/{name}")
async def read_stock(name: str, stock: Stock):
    if name not in stock:
        raise HTTPException(404, "Not in stock")
    return {"name": name, "count": stock[name]}
# endregion


@app.get("/boom")
async def boom():
    raise RuntimeError("the password is lovelace")


# region test
app.dependency_overrides[get_stock] = lambda: {"lamp": 3}
client = TestClient(app)


def test_reads_the_stock():
    reply = client.get("/stock/lamp")
    assert reply.json() == {"name": "lamp", "count": 3}
    assert client.get("/stock/oak").status_code == 404
# endregion


test_reads_the_stock()

# The key is the function itself. What it returned is no key that FastAPI looks for.
app.dependency_overrides.clear()
as_client = TestClient(app, raise_server_exceptions=False)
assert as_client.get("/stock/lamp").status_code == 500

# An error of the app is raised in the test, unless the client is told to answer as a server does.
try:
    client.get("/boom")
    raise SystemExit("the error was not raised")
except RuntimeError as error:
    assert "lovelace" in str(error)
crashed = as_client.get("/boom")
assert crashed.status_code == 500
assert crashed.headers["content-type"] == "text/plain; charset=utf-8"
assert crashed.text == "Internal Server Error"

# With debug on, the client gets the traceback.
debug = FastAPI(debug=True)
debug.get("/boom")(boom)
assert "lovelace" in TestClient(debug, raise_server_exceptions=False).get("/boom").text

# The decorator returns the function unchanged: it can be called as it stands.
import asyncio

assert asyncio.run(read_stock("lamp", {"lamp": 1})) == {"name": "lamp", "count": 1}
