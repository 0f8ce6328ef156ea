# region hint
from pydantic import validate_call


def double(price: float) -> float:
    return price * 2


double("12")  # "1212"
double.__annotations__  # {'price': float, 'return': float}

checked_double = validate_call(double)
checked_double("12")  # 24.0
# endregion


from typing import Annotated

from fastapi import FastAPI, Query
from fastapi.exceptions import FastAPIError
from fastapi.testclient import TestClient

assert double("12") == "1212"
assert double.__annotations__ == {"price": float, "return": float}
assert checked_double("12") == 24.0

# FastAPI reads the hints when the route is declared: a type that it cannot use fails at import.
app = FastAPI()
refused = None


class Connection:
    pass


try:

    @app.get("/broken")
    async def broken(connection: Connection): ...
except FastAPIError as error:
    refused = error
assert refused is not None


# With Annotated a default is a default. In the older form it is an object of FastAPI's.
async def new_form(limit: Annotated[int, Query(ge=1)] = 10): ...
async def old_form(limit: int = Query(10, ge=1)): ...


assert new_form.__defaults__ == (10,)
assert old_form.__defaults__ is not None and not isinstance(old_form.__defaults__[0], int)


# Both forms ask the same of a client.
@app.get("/new")
async def new(limit: Annotated[int, Query(ge=1)] = 10):
    return limit


@app.get("/old")
async def old(limit: int = Query(10, ge=1)):
    return limit


client = TestClient(app)
for path in ["/new", "/old"]:
    assert client.get(path).json() == 10
    assert client.get(path, params={"limit": "0"}).status_code == 422



# Both forms check a default as if it had been sent.
@app.get("/new-default")
async def new_default(limit: Annotated[int, Query(ge=1)] = 0):
    return limit


@app.get("/old-default")
async def old_default(limit: int = Query(0, ge=1)):
    return limit


for path in ["/new-default", "/old-default"]:
    assert client.get(path).status_code == 422


# What is not annotated is not checked: a text arrives.
@app.get("/bare/{price}")
async def bare(price):
    return price * 2


assert client.get("/bare/12").json() == "1212"

# A default that can be changed is copied for each object.
from pydantic import BaseModel


class Basket(BaseModel):
    items: list[str] = []


Basket().items.append("pear")
assert Basket().items == []
