"""NaN and the 422: refusing it is not enough, for the reply repeats the input."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from pydantic import BaseModel, FiniteFloat


# region finite
class Input(BaseModel):
    feature1: FiniteFloat
    feature2: FiniteFloat
# endregion


app = FastAPI()


@app.post("/predict")
def predict(data: Input):
    return data


def send(text: str):
    client = TestClient(app, raise_server_exceptions=False)
    return client.post("/predict", content=text, headers={"content-type": "application/json"})


# The field refuses NaN, and the 422 that says so cannot be written as JSON.
assert send('{"feature1": NaN, "feature2": 1}').status_code == 500
assert send('{"feature1": Infinity, "feature2": 1}').status_code == 500
# As text it is refused with a 422: a text can be repeated.
assert send('{"feature1": "nan", "feature2": 1}').status_code == 422


# region handler
@app.exception_handler(RequestValidationError)
async def without_input(request: Request, error: RequestValidationError):
    detail = [
        {key: part[key] for key in ("type", "loc", "msg")}
        for part in error.errors()
    ]
    return JSONResponse({"detail": detail}, 422)
# endregion


app.middleware_stack = None
reply = send('{"feature1": NaN, "feature2": 1}')
assert reply.status_code == 422
assert reply.json()["detail"] == [
    {
        "type": "finite_number",
        "loc": ["body", "feature1"],
        "msg": "Input should be a finite number",
    }
]
