"""The usual example as it stands, with a model that is made first, and what it answers."""

import os
import tempfile

import joblib as saved
import numpy
from sklearn.linear_model import LinearRegression, LogisticRegression

ROWS, LABELS = [[0, 0], [0, 1], [3, 3], [4, 4]], [0, 0, 1, 1]

os.chdir(tempfile.mkdtemp())
saved.dump(LogisticRegression().fit(ROWS, LABELS), "model.pkl")

# region imports
from fastapi import FastAPI
from pydantic import BaseModel
import joblib

app = FastAPI()
# endregion

# region load
# Load ML model
model = joblib.load("model.pkl")
# endregion

# region input
class Input(BaseModel):
    feature1: float
    feature2: float
# endregion

# region endpoint
@app.post("/predict")
def predict(data: Input):
    pred = model.predict([[data.feature1, data.feature2]])
    return {"prediction": pred[0]}
# endregion


from fastapi.testclient import TestClient

BODY = {"feature1": 1.5, "feature2": 2.5}
client = TestClient(app, raise_server_exceptions=False)


def ask(body=BODY):
    return client.post("/predict", json=body)


# Labels that are whole numbers: every valid request is a 500, and the log ends like this.
assert (ask().status_code, ask().text) == (500, "Internal Server Error")
assert type(model.predict([[1.5, 2.5]])[0]).__name__ == "int64"
try:
    TestClient(app).post("/predict", json=BODY)
    raise SystemExit("It did not fail.")
except ValueError as error:
    assert "'numpy.int64' object is not iterable" in str(error)

# Bad input does not get that far, so those who try only bad input see nothing wrong.
assert ask({"feature1": "abc"}).status_code == 422
assert ask({"feature1": "abc", "feature2": 1}).status_code == 422

# Labels that are text, and a regression, work: the bug hides. Booleans do not.
model = LogisticRegression().fit(ROWS, ["no", "no", "yes", "yes"])
assert ask().json() == {"prediction": "yes"}
model = LinearRegression().fit(ROWS, LABELS)
assert isinstance(ask().json()["prediction"], float)
model = LogisticRegression().fit(ROWS, [False, False, True, True])
assert type(model.predict(ROWS)[0]).__name__ == "bool"
assert ask().status_code == 500


# Nor does single precision: numpy.float32 is no float.
class SinglePrecision:
    def predict(self, rows):
        return numpy.array([0.5], dtype="float32")


model = SinglePrecision()
assert ask().status_code == 500
model = LogisticRegression().fit(ROWS, LABELS)

# One row too few brackets: scikit-learn wants a table.
try:
    model.predict([1.5, 2.5])
    raise SystemExit("It did not fail.")
except ValueError as error:
    assert "Expected 2D array, got 1D array instead" in str(error)

# A value with a meaning scikit-learn refuses: NaN is no valid JSON, but Python reads it.
nan = client.post(
    "/predict",
    content='{"feature1": NaN, "feature2": 1}',
    headers={"content-type": "application/json"},
)
assert nan.status_code == 500

# The docs are there, and say nothing of the reply.
assert "swagger-ui" in client.get("/docs").text
operation = client.get("/openapi.json").json()["paths"]["/predict"]["post"]
assert operation["responses"]["200"]["content"]["application/json"]["schema"] == {}
assert TestClient(FastAPI(docs_url=None)).get("/docs").status_code == 404

# The path is relative to the folder the process was started in.
os.chdir(tempfile.mkdtemp())
try:
    joblib.load("model.pkl")
    raise SystemExit("It did not fail.")
except FileNotFoundError:
    pass
