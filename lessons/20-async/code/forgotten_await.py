import warnings

from fastapi.testclient import TestClient

# region code
from fastapi import FastAPI

app = FastAPI()
prices = {"lamp": 40}


async def read_price(item: str) -> int:
    return prices[item]


@app.get("/prices/{item}")
async def price(item: str, count: int = 1):
    # region bug
    one = read_price(item)
    # endregion bug
    return {"total": one * count}
# endregion code

warnings.simplefilter("ignore", RuntimeWarning)  # "coroutine was never awaited" goes to the log
reply = TestClient(app, raise_server_exceptions=False).get("/prices/lamp?count=2")
assert reply.status_code == 500

app = FastAPI()


# region fix
@app.get("/prices/{item}")
async def price(item: str, count: int = 1):
    one = await read_price(item)
    return {"total": one * count}
# endregion fix


reply = TestClient(app).get("/prices/lamp?count=2")
assert reply.json() == {"total": 80}
