"""Trains the model of this lab and writes model.pkl, model.json and predictions.json beside this file.

With --only-pickle it writes model.pkl alone, which is what main.py loads.
"""

import json
import sys
from pathlib import Path

import joblib
import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

FOLDER = Path(__file__).parent
POINTS = [
    [0, 0],
    [1.5, 2.5],
    [-3, 4],
    [10, -10],
    [1.0, -1.0],
    [1e6, 1e6],
    [0.1, 0.2],
    [2.25, 0.75],
    [-1e6, 1e6],
    [1e100, 1],
    [0.9595, -1.1121],
    [1e-7, -0.0],
]


def train():
    """The seed makes every run give the same model."""
    random = np.random.default_rng(42)
    features = random.normal(size=(400, 2)) * [2.0, 3.0] + [1.0, -1.0]
    noise = random.normal(scale=0.5, size=400)
    labels = (1.5 * features[:, 0] - 0.8 * features[:, 1] + noise > 1.0).astype(int)
    return make_pipeline(StandardScaler(), LogisticRegression()).fit(features, labels)


def export(model):
    """Everything predict() needs, as numbers that any language can read."""
    scaler, classifier = model[0], model[1]
    return {
        "format": "sklearn-json/1",
        "sklearn": sklearn.__version__,
        "kind": "pipeline",
        "steps": [
            {
                "kind": "StandardScaler",
                "mean": scaler.mean_.tolist(),
                "scale": scaler.scale_.tolist(),
            },
            {
                "kind": "LogisticRegression",
                "coef": classifier.coef_.tolist(),
                "intercept": classifier.intercept_.tolist(),
                "classes": classifier.classes_.tolist(),
            },
        ],
    }


def answer(model, point):
    return {
        "features": [float(value) for value in point],
        "prediction": model.predict([point]).tolist(),
        "probability": model.predict_proba([point])[0].tolist(),
    }


def write_json(name, value, indent=None):
    (FOLDER / name).write_text(json.dumps(value, indent=indent) + "\n")


if __name__ == "__main__":
    model = train()
    joblib.dump(model, FOLDER / "model.pkl")
    if "--only-pickle" not in sys.argv:
        write_json("model.json", export(model))
        write_json("predictions.json", [answer(model, point) for point in POINTS], 2)
