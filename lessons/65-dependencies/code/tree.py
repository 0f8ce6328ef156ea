"""Once per request; in which order; and what is checked first."""

from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException
from fastapi.testclient import TestClient
from pydantic import BaseModel

calls = 0


# region tree
def count_calls() -> int:
    global calls
    calls += 1
    return calls


Count = Annotated[int, Depends(count_calls)]


def first(count: Count) -> int:
    return count


def second(count: Count) -> int:
    return count
# endregion


app = FastAPI()


@app.get("/counts")
def read_counts(
    one: Annotated[int, Depends(first)],
    two: Annotated[int, Depends(second)],
    own: Count,
    fresh: Annotated[int, Depends(count_calls, use_cache=False)],
):
    return [one, two, own, fresh]


client = TestClient(app)
assert client.get("/counts").json() == [1, 1, 1, 2]
assert client.get("/counts").json() == [3, 3, 3, 4]

# From the outside in: app, include, router, decorator, parameters.
ran: list[str] = []


def note(name: str):
    return Depends(lambda: ran.append(name))


app = FastAPI(dependencies=[note("app")])
router = APIRouter(dependencies=[note("router")])


@router.get("/here", dependencies=[note("decorator")])
def here(parameter: Annotated[None, note("parameter")]):
    ran.append("route")


app.include_router(router, dependencies=[note("include")])
client = TestClient(app)
client.get("/here")
assert ran == ["app", "include", "router", "decorator", "parameter", "route"]
ran.clear()
assert client.get("/nowhere").status_code == 404
assert client.post("/here").status_code == 405
assert ran == []


# What is checked first.
class Item(BaseModel):
    price: int


def check_token(x_token: Annotated[str, Header()]):
    if x_token != "secret":
        raise HTTPException(403, "Wrong token")


app = FastAPI()


@app.post("/items/{item_id}", dependencies=[Depends(check_token), note("second")])
def create(item_id: int, item: Item):
    ran.append("route")


client = TestClient(app)


def post(body: str, **headers: str):
    sent = {"content-type": "application/json", **headers}
    reply = client.post("/items/x", content=body, headers=sent)
    detail = reply.json()["detail"]
    return reply.status_code, [e["loc"] for e in detail] if isinstance(detail, list) else detail


wrong = {"x-token": "guess"}
# JSON that cannot be parsed, before anything else.
assert post("{", **wrong) == (422, [["body", 1]])
# Then the dependency: what it raises ends the request, whatever else is wrong.
assert post("{}", **wrong) == (403, "Wrong token")
assert ran == []
# A missing parameter is no such end: it is listed with the others, and the second dependency runs.
assert post("{}") == (422, [["header", "x-token"], ["path", "item_id"], ["body", "price"]])
assert ran == ["second"]
