# region app
from typing import Annotated

from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


class Seat(BaseModel):
    row: int
    price: Annotated[float, Field(ge=0)]


@app.post("/seats")
async def add_seat(seat: Seat) -> Seat:
    return seat
# endregion app


from fastapi.testclient import TestClient
from starlette.applications import Starlette

client = TestClient(app)

# The check: what does not fit is refused before the function runs.
refused = client.post("/seats", json={"row": "front", "price": -1})
assert refused.status_code == 422
assert [error["loc"] for error in refused.json()["detail"]] == [["body", "row"], ["body", "price"]]

# The conversion, and the reply.
accepted = client.post("/seats", json={"row": "3", "price": 12})
assert accepted.status_code == 200
assert accepted.text == '{"row":3,"price":12.0}'

# The documentation.
schema = client.get("/openapi.json").json()["components"]["schemas"]["Seat"]
assert schema["properties"]["price"] == {"type": "number", "minimum": 0, "title": "Price"}
assert "swagger-ui" in client.get("/docs").text

# The framework is itself a Starlette application, and holds no server.
assert issubclass(FastAPI, Starlette)
assert not hasattr(app, "run")
