# region code
import asyncio
from contextlib import asynccontextmanager
from fastapi import FastAPI, HTTPException

models = {}

async def load():
    await asyncio.sleep(0.1)
    models["current"] = "loaded"

@asynccontextmanager
async def lifespan(app: FastAPI):
    task = asyncio.create_task(load())
    yield

app = FastAPI(lifespan=lifespan)

@app.get("/health")
async def health():
    # region bug
    if "current" not in models:
        raise HTTPException(503, "The model is not loaded")
    # endregion bug
    return {"status": "ok"}
# endregion code

import time

from fastapi.testclient import TestClient

with TestClient(app) as client:
    # The process is alive, and says that it is not: whoever restarts it has it load from the beginning.
    assert client.get("/health").status_code == 503
    time.sleep(0.2)
    assert client.get("/health").status_code == 200

models.clear()
app = FastAPI(lifespan=lifespan)


# region fix
@app.get("/health")
async def health():
    return {"status": "ok"}


@app.get("/ready")
async def ready():
    if "current" not in models:
        raise HTTPException(503, "The model is not loaded")
    return {"status": "ready"}
# endregion fix


with TestClient(app) as client:
    assert client.get("/health").status_code == 200
    assert client.get("/ready").status_code == 503
    time.sleep(0.2)
    assert client.get("/ready").status_code == 200
