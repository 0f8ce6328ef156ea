import os
import tempfile

import joblib as saved
from sklearn.linear_model import LogisticRegression

os.chdir(tempfile.mkdtemp())
saved.dump(LogisticRegression().fit([[0, 0], [0, 1], [3, 3], [4, 4]], [0, 0, 1, 1]), "model.pkl")

# region code
import joblib
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
model = joblib.load("model.pkl")


class Input(BaseModel):
    feature1: float
    feature2: float


@app.post("/predict")
def predict(data: Input):
    pred = model.predict([[data.feature1, data.feature2]])
    # region bug
    return {"prediction": pred[0]}
    # endregion bug
# endregion code

from fastapi.testclient import TestClient

BODY = {"feature1": 1.5, "feature2": 2.5}

broken = TestClient(app, raise_server_exceptions=False)
assert broken.post("/predict", json=BODY).status_code == 500
assert broken.post("/predict", json={}).status_code == 422

app = FastAPI()


# region fix
class Output(BaseModel):
    prediction: int


@app.post("/predict")
def predict(data: Input) -> Output:
    pred = model.predict([[data.feature1, data.feature2]])
    return Output(prediction=pred[0].item())
# endregion fix


mended = TestClient(app)
reply = mended.post("/predict", json=BODY)
assert reply.status_code == 200
assert reply.json() == {"prediction": 1}
schema = mended.get("/openapi.json").json()["paths"]["/predict"]["post"]["responses"]["200"]
assert schema["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Output"}

# Either half is enough for the 500: the type alone converts, and so does .item() alone.
app = FastAPI()


@app.post("/typed", response_model=Output)
def typed():
    return {"prediction": model.predict([[1.5, 2.5]])[0]}


@app.post("/item")
def item():
    return {"prediction": model.predict([[1.5, 2.5]])[0].item()}


@app.post("/list")
def as_list():
    return {"prediction": model.predict([[1.5, 2.5]]).tolist()}


@app.post("/bare-dict")
def bare_dict() -> dict:
    return {"prediction": model.predict([[1.5, 2.5]])[0]}


tried = TestClient(app, raise_server_exceptions=False)
assert tried.post("/typed").json() == tried.post("/item").json() == {"prediction": 1}
assert tried.post("/list").json() == {"prediction": [1]}
assert tried.post("/bare-dict").status_code == 500
