import warnings
from datetime import date

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator
from pydantic.alias_generators import to_camel


# region model
class Booking(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)

    first_night: date
    nights: int
# endregion


booking = Booking.model_validate({"firstNight": "2026-05-01", "nights": "2"})
assert booking == Booking(firstNight=date(2026, 5, 1), nights=2)
try:
    Booking(first_night=date(2026, 5, 1), nights=2)
    raise SystemExit("the name of the code was taken")
except ValidationError as error:
    assert error.errors()[0]["loc"] == ("firstNight",)


class EitherName(Booking, validate_by_name=True):
    pass


assert EitherName(first_night=date(2026, 5, 1), nights=2) == EitherName(firstNight="2026-05-01", nights=2)
assert booking.model_dump() == {"first_night": date(2026, 5, 1), "nights": 2}
assert booking.model_dump(mode="json") == {"first_night": "2026-05-01", "nights": 2}
assert booking.model_dump(mode="json", by_alias=True) == {"firstNight": "2026-05-01", "nights": 2}
assert booking.model_dump_json() == '{"first_night":"2026-05-01","nights":2}'

from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/booking")
async def read_booking() -> Booking:
    return booking


# FastAPI sends the aliases.
assert TestClient(app).get("/booking").json() == booking.model_dump(mode="json", by_alias=True)


# Without a default a field is required, and may be null.
class Guest(BaseModel):
    name: str
    nickname: str | None


assert Guest.model_fields["nickname"].is_required()
assert Guest(name="Ada", nickname=None).nickname is None


# A default is not validated, and a list as a default is copied.
class Basket(BaseModel):
    tags: list[str] = []
    count: int = "none"


assert Basket().count == "none"
Basket().tags.append("x")
assert Basket().tags == []


# A validator that returns nothing sets the field to None.
class Forgetful(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def strip(cls, name: str):
        name.strip()


assert Forgetful(name="Ada").name is None


# Strict: JSON has no dates, so a strict date takes the text of JSON, and not that of Python.
class Stay(BaseModel):
    model_config = ConfigDict(strict=True)

    day: date


assert Stay.model_validate_json('{"day": "2026-05-01"}').day == date(2026, 5, 1)
try:
    Stay.model_validate({"day": "2026-05-01"})
    raise SystemExit("a strict date took text")
except ValidationError as error:
    assert error.errors()[0]["type"] == "date_type"


@app.post("/stays")
async def stay(stay: Stay):
    return stay


assert TestClient(app).post("/stays", json={"day": "2026-05-01"}).status_code == 422

# Settings have moved; the old names warn.
try:
    from pydantic import BaseSettings
except ImportError as error:
    assert "pydantic-settings" in str(error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    assert booking.dict() == booking.model_dump()
assert "deprecated" in str(caught[0].message)


# orm_mode is from_attributes.
class Row:
    name = "Ada"
    nickname = None


class Read(Guest):
    model_config = ConfigDict(from_attributes=True)


assert Read.model_validate(Row()).name == "Ada"
