import math
from typing import Any, Literal

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


def run_model(feature1: float, feature2: float) -> dict[str, Any]:
    """Stands for a model that another team trained: nobody promises what it returns."""
    is_known = abs(feature1) <= 1000 and abs(feature2) <= 1000
    if not is_known:
        return {"label": "out of range", "score": None, "model_file": "/srv/models/rate-7.pkl"}
    z = feature1 + feature2
    score = 1 / (1 + math.exp(-z)) if z > -700 else 0.0
    label = "high" if score > 0.5 else "low"
    return {"label": label, "score": score, "model_file": "/srv/models/rate-7.pkl"}


# region contract
class Input(BaseModel):
    feature1: float
    feature2: float


class Output(BaseModel):
    label: Literal["low", "high"]
    score: float
# endregion


# region handler
@app.post("/predict", response_model=Output)
def predict(data: Input) -> Any:
    return run_model(data.feature1, data.feature2)
# endregion
