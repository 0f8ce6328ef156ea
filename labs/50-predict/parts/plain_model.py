"""The same endpoint in FastAPI, its model computed in plain Python: what `api-labs race predict` runs beside the lab.

scikit-learn takes longer for one row than FastAPI for the whole request. Without it the race is between frameworks.
"""

import json
import math
from pathlib import Path

from fastapi import FastAPI
from pydantic import BaseModel

MODEL_FILE = Path(__file__).parent.parent / "data" / "model.json"
scaler, regression = json.loads(MODEL_FILE.read_text())["steps"]
WEIGHTS = list(zip(regression["coef"][0], scaler["mean"], scaler["scale"]))
INTERCEPT = regression["intercept"][0]
CLASSES = regression["classes"]

app = FastAPI(title="Predict", version="1.0.0")


class Input(BaseModel):
    feature1: float
    feature2: float


# `async def`: there is nothing to wait for and little to compute, so a thread would only cost time.
@app.post("/predict", tags=["ml"])
async def predict(data: Input):
    row = (data.feature1, data.feature2)
    decision = INTERCEPT + sum(w * (x - mean) / scale for x, (w, mean, scale) in zip(row, WEIGHTS))
    probability = 1 / (1 + math.exp(-decision))
    return {
        "prediction": [CLASSES[decision > 0]],
        "probability": [1 - probability, probability],
    }
