# region imports
import json
import math
import os
from pathlib import Path

from fastapi import FastAPI
from pydantic import BaseModel
# endregion

# region load
MODEL_FILE = Path(os.environ.get("MODEL_PATH", "model.json"))
scaler, regression = json.loads(MODEL_FILE.read_text())["steps"]
# endregion

app = FastAPI()


# region contract
class Input(BaseModel):
    feature1: float
    feature2: float


class Output(BaseModel):
    prediction: list[int]
    probability: list[float]
# endregion


# region maths
def predict_probability(features: list[float]) -> float:
    z = regression["intercept"][0] + sum(
        weight * (value - mean) / scale
        for weight, value, mean, scale in zip(
            regression["coef"][0], features, scaler["mean"], scaler["scale"]
        )
    )
    # math.exp raises OverflowError from about 710 on, where JavaScript gives Infinity
    return 1 / (1 + math.exp(-z)) if z > -700 else 0.0
# endregion


# region handler
@app.post("/predict")
def predict(data: Input) -> Output:
    p = predict_probability([data.feature1, data.feature2])
    return Output(prediction=[int(p > 0.5)], probability=[1 - p, p])
# endregion
