# region code
from contextlib import asynccontextmanager
from fastapi import FastAPI
from fastapi.testclient import TestClient

models = {}

@asynccontextmanager
async def lifespan(app: FastAPI):
    models["count"] = len
    yield

app = FastAPI(lifespan=lifespan)


@app.get("/count/{word}")
async def count(word: str) -> int:
    return models["count"](word)


def test_count():
    # region bug
    client = TestClient(app)
    # endregion bug
    assert client.get("/count/lamp").json() == 4
# endregion code


try:
    test_count()
    raise SystemExit("the lifespan ran")
except KeyError as error:
    assert error.args == ("count",)


# region fix
def test_count():
    with TestClient(app) as client:
        assert client.get("/count/lamp").json() == 4
# endregion fix


test_count()
assert models == {"count": len}
