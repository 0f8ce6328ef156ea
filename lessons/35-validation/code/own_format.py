from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field


class Login(BaseModel):
    name: str
    password: str = Field(min_length=8)


app, plain = FastAPI(), FastAPI()


@plain.post("/login")
@app.post("/login")
async def log_in(login: Login):
    return {"name": login.name}


login = {"name": "Ada", "password": "secret"}
by_default = TestClient(plain).post("/login", json=login)
assert by_default.status_code == 422
assert by_default.json()["detail"][0]["input"] == "secret"


# region handler
@app.exception_handler(RequestValidationError)
async def without_input(request, error: RequestValidationError):
    detail = [
        {key: problem[key] for key in ("type", "loc", "msg")}
        for problem in error.errors()
    ]
    return JSONResponse({"detail": detail}, status_code=422)
# endregion


client = TestClient(app)
stripped = client.post("/login", json=login)
assert stripped.status_code == 422
assert stripped.json() == {
    "detail": [
        {
            "type": "string_too_short",
            "loc": ["body", "password"],
            "msg": "String should have at least 8 characters",
        }
    ]
}
assert client.post("/login", json={**login, "password": "long enough"}).status_code == 200

# JSON needs its content type, or it is not read as JSON.
as_form = client.post("/login", content='{"name": "Ada"}')
assert as_form.json()["detail"][0]["type"] == "model_attributes_type"
assert as_form.json()["detail"][0]["loc"] == ["body"]

# Text that is no JSON is a 422, bytes that are no text are a 400.
for body, status in ((b'{"name": ', 422), (b'{"name": "\xff"}', 400)):
    reply = client.post("/login", content=body, headers={"content-type": "application/json"})
    assert reply.status_code == status


# What lax means for a float.
class Number(BaseModel):
    value: float


@app.post("/number")
async def number(number: Number):
    return number.value


def read(value: str):
    reply = client.post(
        "/number",
        content=f'{{"value": {value}, "extra": 1}}',
        headers={"content-type": "application/json"},
    )
    return reply.json() if reply.status_code == 200 else reply.json()["detail"][0]["type"]


assert [read(value) for value in ("2", '"1.5"', '" 1.5 "', '"1e3"', "true")] == [2.0, 1.5, 1.5, 1000.0, 1.0]
assert [read(value) for value in ('"1,5"', '""', '"abc"')] == ["float_parsing"] * 3
assert [read(value) for value in ("null", "{}")] == ["float_type"] * 2


# No declared type of the reply, no check of the reply.
@app.get("/undeclared")
async def undeclared():
    return {"anything": ["goes"]}


assert client.get("/undeclared").json() == {"anything": ["goes"]}


# An instance of the declared model is trusted, a dict is not.
class Price(BaseModel):
    value: int = Field(gt=0)


@app.get("/instance")
async def instance() -> Price:
    price = Price(value=1)
    price.value = -1
    return price


@app.get("/dict", response_model=Price)
async def as_dict():
    return {"value": -1}


class CheckedPrice(Price, revalidate_instances="always"):
    pass


@app.get("/checked")
async def checked() -> CheckedPrice:
    price = CheckedPrice(value=1)
    price.value = -1
    return price


client = TestClient(app, raise_server_exceptions=False)
assert client.get("/instance").json() == {"value": -1}
assert client.get("/dict").status_code == 500
assert client.get("/checked").status_code == 500
