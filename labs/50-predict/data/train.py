"""Trains the models of this lab and writes them beside this file, each as a pickle and as JSON, with answers of theirs.

With --only-pickle it writes the pickles alone, which is what main.py loads.
"""

import json
import sys
from pathlib import Path

import joblib
import numpy as np
import sklearn
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

FOLDER = Path(__file__).parent
# The names that PUT /model takes: nothing else in this folder.
VERSIONS = {"model": "1.0.0", "model-2": "2.0.0"}
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


def train(seed, rows):
    """The seed makes every run give the same model."""
    random = np.random.default_rng(seed)
    features = random.normal(size=(rows, 2)) * [2.0, 3.0] + [1.0, -1.0]
    noise = random.normal(scale=0.5, size=rows)
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


def train_iris():
    """Three kinds of iris, told apart by four lengths: Fisher's data, which scikit-learn brings along."""
    iris = load_iris()
    forest = RandomForestClassifier(n_estimators=50, max_depth=4, random_state=0)
    return forest.fit(iris.data, iris.target_names[iris.target])


def export_forest(forest):
    """Each tree as lists, by the number of the node; a leaf has no node to its left."""
    return {
        "format": "sklearn-json/1",
        "sklearn": sklearn.__version__,
        "kind": "RandomForestClassifier",
        "classes": forest.classes_.tolist(),
        "trees": [
            {
                "left": tree.children_left.tolist(),
                "right": tree.children_right.tolist(),
                "feature": tree.feature.tolist(),
                "threshold": tree.threshold.tolist(),
                "value": tree.value[:, 0, :].tolist(),
            }
            for tree in (estimator.tree_ for estimator in forest.estimators_)
        ],
    }


def answer(model, point):
    return {
        "features": [float(value) for value in point],
        "prediction": model.predict([point]).tolist(),
        "probability": model.predict_proba([point])[0].tolist(),
    }


def answer_iris(forest, flower):
    return {
        "features": flower,
        "label": forest.predict([flower])[0],
        "probabilities": forest.predict_proba([flower])[0].tolist(),
    }


def write_json(name, value, indent=None):
    (FOLDER / name).write_text(json.dumps(value, indent=indent) + "\n")


if __name__ == "__main__":
    first, second = train(seed=42, rows=400), train(seed=7, rows=2000)
    forest = train_iris()
    joblib.dump(second, FOLDER / "model-2.pkl")
    joblib.dump(forest, FOLDER / "iris.pkl")
    # The last one: where it is, the others are too.
    joblib.dump(first, FOLDER / "model.pkl")
    if "--only-pickle" not in sys.argv:
        write_json("model.json", export(first))
        write_json("model-2.json", export(second))
        write_json("models.json", VERSIONS)
        write_json("iris.json", export_forest(forest))
        write_json("predictions.json", [answer(first, point) for point in POINTS], 2)
        flowers = load_iris().data[::3].tolist()
        write_json("iris-predictions.json", [answer_iris(forest, flower) for flower in flowers])
