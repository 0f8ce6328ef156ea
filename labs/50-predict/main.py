# region imports
import json
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import joblib
from fastapi import Body, FastAPI, HTTPException, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import PlainTextResponse
from parts import iris
from parts.metrics import CountRequests, Metrics
from parts.slot import Slot
from pydantic import BaseModel, ConfigDict, Field
from sklearn.pipeline import Pipeline
# endregion

DATA = Path(__file__).parent / "data"
VERSIONS: dict[str, str] = json.loads((DATA / "models.json").read_text())
if not (DATA / "model.pkl").exists():
    raise SystemExit("There is no model yet: run python data/train.py")


# region load-model
@dataclass
class Loaded:
    name: str
    version: str
    model: Pipeline


in_use = Slot[Loaded]()


def load(name: str) -> Loaded:
    model = joblib.load(DATA / f"{name}.pkl")
    # The first call is slower than all that follow: better now than when somebody waits for it.
    model.predict_proba([[0, 0]])
    return Loaded(name, VERSIONS[name], model)


# region lifespan
@asynccontextmanager
async def lifespan(app: FastAPI):
    # Load ML model
    in_use.set(load("model"))
    iris.load(DATA / "iris.pkl")
    yield
# endregion
# endregion


# region app
app = FastAPI(title="Predict", version="1.0.0", lifespan=lifespan)
# endregion


# region metrics
metrics = Metrics()
# endregion


# region cors
@app.middleware("http")
async def process_time(request: Request, call_next):
    start = time.perf_counter()
    response = await call_next(request)
    seconds = time.perf_counter() - start
    response.headers["X-Process-Time"] = str(seconds)
    return response


# Inside of CORS, which answers preflights itself: those are not counted.
app.add_middleware(CountRequests, metrics=metrics)
# region origins
app.add_middleware(
    CORSMiddleware,
    allow_origins=["http://localhost:3000"],
    allow_credentials=True,
    allow_methods=["GET", "POST"],
    allow_headers=["X-Token", "Content-Type"],
    expose_headers=["X-Process-Time"],
    max_age=600,
)
# endregion
# endregion

# region input
class Input(BaseModel):
    feature1: float
    feature2: float
# endregion


# region predict
@app.post("/predict", tags=["ml"])
def predict(data: Input):
    # region answer
    model = in_use.get().model
    rows = [[data.feature1, data.feature2]]
    # tolist(): FastAPI cannot serialise the numpy.int64 in pred[0]
    return {
        "prediction": model.predict(rows).tolist(),
        "probability": model.predict_proba(rows)[0].tolist(),
    }
    # endregion
# endregion


# region batch
# region rows
class Batch(BaseModel):
    rows: Annotated[
        list[Annotated[list[float], Field(min_length=2, max_length=2)]],
        Field(min_length=1, max_length=100),
    ]
# endregion


class Prediction(BaseModel):
    prediction: int
    probability: list[float]


class Predictions(BaseModel):
    predictions: list[Prediction]


not_loaded = {503: {"description": "The model is not loaded"}}


@app.post("/predict-batch", tags=["ml"], responses=not_loaded)
def predict_batch(batch: Batch) -> Predictions:
    model = in_use.get().model
    # One call for all rows: it takes hardly longer than one for a single row.
    labels, probabilities = model.predict(batch.rows), model.predict_proba(batch.rows)
    return Predictions(
        predictions=[
            Prediction(prediction=label, probability=probability)
            for label, probability in zip(labels.tolist(), probabilities.tolist())
        ]
    )
# endregion


# region version-2
app.include_router(iris.router)
# endregion


# region strict
class StrictInput(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    feature1: float
    feature2: float


@app.post("/predict-strict", tags=["ml"])
def predict_strict(data: StrictInput):
    return data
# endregion


# region echo
@app.post("/echo", tags=["ml"])
async def echo(data: Input):
    return data


# A response model decides what goes out: secret does not.
# region echo-model
@app.post("/echo-model", response_model=Input)
async def echo_model(data: Input):
    return {**data.model_dump(), "secret": 1}
# endregion


@app.post("/echo-any")
async def echo_any(data: Any = Body()):
    return data
# endregion


# region health
# Liveness: the process answers. It asks for nothing else, or a slow model would get the process restarted.
@app.get("/health", tags=["ops"])
async def health():
    return {"status": "ok"}


# region ready
@app.get("/ready", tags=["ops"], responses=not_loaded)
async def ready():
    in_use.get()
    iris.forest.get()
    return {"status": "ready"}
# endregion
# endregion


# region swap
class ModelChoice(BaseModel):
    name: Annotated[str, Field(examples=["model", "model-2"])]


class ModelInUse(BaseModel):
    name: str
    version: str


@app.get("/model", tags=["ops"], response_model=ModelInUse, responses=not_loaded)
async def read_model():
    return in_use.get()


@app.put(
    "/model",
    tags=["ops"],
    response_model=ModelInUse,
    responses={404: {"description": "No such model"}},
)
def swap_model(choice: ModelChoice):
    # region exchange
    # Looked up in a list, never put together to a path unseen.
    if choice.name not in VERSIONS:
        raise HTTPException(404, "No such model")
    loaded = load(choice.name)
    # Only now, when all has gone well, and in one step: a request finds the old one or the new one.
    in_use.set(loaded)
    return loaded
    # endregion
# endregion


# region unload
# Until another one is put there, whatever needs the model answers 503.
@app.delete("/model", tags=["ops"], status_code=204)
async def unload_model():
    in_use.clear()
# endregion


# region read-metrics
@app.get("/metrics", include_in_schema=False)
async def read_metrics():
    return PlainTextResponse(metrics.write(), media_type="text/plain; version=0.0.4")
# endregion


@app.get("/")
async def root():
    return {"message": "Hello World"}


@app.get("/boom")
async def boom():
    raise RuntimeError("boom")
