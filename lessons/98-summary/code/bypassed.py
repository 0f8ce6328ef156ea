# region code
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel

app = FastAPI()


class Output(BaseModel):
    label: str
    score: float


def run_model(feature: float) -> dict:
    return {"label": "high", "score": 0.8, "file": "/srv/models/7.pkl"}


@app.post("/predict", response_model=Output)
def predict(feature: float):
    rating = run_model(feature)
    # region bug
    return JSONResponse(rating)
    # endregion bug
# endregion code

from fastapi.testclient import TestClient

leak = TestClient(app).post("/predict?feature=1")
assert leak.json() == {"label": "high", "score": 0.8, "file": "/srv/models/7.pkl"}
# The docs promise what does not come.
schema = TestClient(app).get("/openapi.json").json()["components"]["schemas"]["Output"]
assert list(schema["properties"]) == ["label", "score"]

app = FastAPI()


# region fix
@app.post("/predict", response_model=Output)
def predict(feature: float):
    rating = run_model(feature)
    return rating
# endregion fix


client = TestClient(app, raise_server_exceptions=False)
assert client.post("/predict?feature=1").json() == {"label": "high", "score": 0.8}


# A result that breaks the promise is a 500, and tells nothing.
def run_model(feature: float) -> dict:
    return {"file": "/srv/models/7.pkl"}


broken = client.post("/predict?feature=1")
assert (broken.status_code, broken.text) == (500, "Internal Server Error")
