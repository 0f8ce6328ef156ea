# region code
from fastapi import FastAPI, HTTPException

app = FastAPI()


async def ask_stock():
    raise ConnectionError("Stock is down")


@app.get("/health/live")
async def live():
    # region bug
    await ask_stock()
    # endregion bug
    return {"status": "alive"}


@app.get("/health/ready")
async def ready():
    try:
        await ask_stock()
    except ConnectionError:
        raise HTTPException(503, "Stock is not ready")
    return {"status": "ready"}
# endregion code

from fastapi.testclient import TestClient  # noqa: E402


def ask(path: str) -> int:
    return TestClient(app, raise_server_exceptions=False).get(path).status_code


assert ask("/health/live") == 500
assert ask("/health/ready") == 503

app = FastAPI()


# region fix
@app.get("/health/live")
async def live():
    return {"status": "alive"}
# endregion fix


assert ask("/health/live") == 200
