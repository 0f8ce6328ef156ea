import asyncio
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel


class Model:
    def predict(self, feature1: float, feature2: float) -> int:
        return 1 if feature1 > feature2 else 0


waiting: list[asyncio.Future[Model]] = []


async def load_model() -> Model:
    """Stands for a model that takes long to load: it is there when somebody sends POST /load."""
    loaded = asyncio.get_running_loop().create_future()
    waiting.append(loaded)
    return await loaded


# region start
state: dict[str, Model | None] = {"model": None}
# Somebody has to hold on to a task, or it may be collected before it is done.
tasks: set[asyncio.Task[None]] = set()


async def load() -> None:
    state["model"] = await load_model()


def start() -> None:
    state["model"] = None
    task = asyncio.create_task(load())
    tasks.add(task)
    task.add_done_callback(tasks.discard)


@asynccontextmanager
async def lifespan(app: FastAPI):
    start()
    yield


app = FastAPI(lifespan=lifespan)
# endregion


@app.post("/load")
async def finish_loading():
    for loaded in waiting:
        loaded.set_result(Model())
    waiting.clear()
    return {"status": "loaded"}


@app.post("/restart")
async def restart():
    start()
    return {"status": "starting"}


# region ready
def get_model() -> Model:
    model = state["model"]
    if model is None:
        raise HTTPException(503, "The model is not loaded", headers={"Retry-After": "1"})
    return model


@app.get("/health")
async def health():
    return {"status": "ok"}


@app.get("/ready")
async def ready():
    get_model()
    return {"status": "ready"}
# endregion


# region predict
class Input(BaseModel):
    feature1: float
    feature2: float


@app.post("/predict")
def predict(data: Input):
    return {"prediction": get_model().predict(data.feature1, data.feature2)}
# endregion
