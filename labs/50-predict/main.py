# region imports
import time
from pathlib import Path
from typing import Any

import joblib
from fastapi import Body, FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, ConfigDict
# endregion

# region app
app = FastAPI(title="Predict", version="1.0.0")
# endregion


# region cors
@app.middleware("http")
async def process_time(request: Request, call_next):
    start = time.perf_counter()
    response = await call_next(request)
    seconds = time.perf_counter() - start
    response.headers["X-Process-Time"] = str(seconds)
    return response


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

MODEL_FILE = Path(__file__).parent / "data" / "model.pkl"
if not MODEL_FILE.exists():
    raise SystemExit("There is no model yet: run python data/train.py")

# region load-model
# Load ML model
model = joblib.load(MODEL_FILE)
# endregion


# region input
class Input(BaseModel):
    feature1: float
    feature2: float
# endregion


# region predict
@app.post("/predict", tags=["ml"])
def predict(data: Input):
    rows = [[data.feature1, data.feature2]]
    # tolist(): FastAPI cannot serialise the numpy.int64 in pred[0]
    return {
        "prediction": model.predict(rows).tolist(),
        "probability": model.predict_proba(rows)[0].tolist(),
    }
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
@app.post("/echo-model", response_model=Input)
async def echo_model(data: Input):
    return {**data.model_dump(), "secret": 1}


@app.post("/echo-any")
async def echo_any(data: Any = Body()):
    return data
# endregion


@app.get("/")
async def root():
    return {"message": "Hello World"}


@app.get("/boom")
async def boom():
    raise RuntimeError("boom")
