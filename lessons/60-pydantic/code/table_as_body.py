# region code
from database import engine
from fastapi import FastAPI
from sqlmodel import Field, Session, SQLModel

app = FastAPI()


class User(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=20)
    is_admin: bool = False


@app.post("/users", status_code=201)
# region bug
def create_user(user: User):
    # endregion bug
    with Session(engine) as session:
        session.add(user)
        session.commit()
        session.refresh(user)
        return user
# endregion code


from fastapi.testclient import TestClient  # noqa: E402
from pydantic import ValidationError  # noqa: E402

SQLModel.metadata.create_all(engine)


def sign_up(**fields):
    reply = TestClient(app, raise_server_exceptions=False).post("/users", json=fields)
    return reply.status_code, reply.json() if reply.status_code < 500 else None


# The client sets the columns it must not set, and nothing is validated: not the length, not the type.
assert sign_up(name="eve", is_admin=True) == (201, {"id": 1, "name": "eve", "is_admin": True})
assert sign_up(name="n" * 21)[0] == 201
assert sign_up(name=5)[0] == 201
assert sign_up(name="eve", id=70)[1]["id"] == 70
# What is missing is found by the database.
assert sign_up() == (500, None)
# A call of the class does not validate either. `model_validate` does.
assert User(name="n" * 21).name == "n" * 21
try:
    User.model_validate({"name": "n" * 21})
except ValidationError as error:
    assert [one["type"] for one in error.errors()] == ["string_too_long"]
else:
    raise AssertionError("model_validate let it pass")

app = FastAPI()


# region fix
class NewUser(SQLModel):
    name: str = Field(max_length=20)


@app.post("/users", status_code=201)
def create_user(data: NewUser):
    user = User(**data.model_dump())
    # endregion fix
    with Session(engine) as session:
        session.add(user)
        session.commit()
        session.refresh(user)
        return user


status, eve = sign_up(name="eve", is_admin=True, id=90)
assert (status, eve["name"], eve["is_admin"]) == (201, "eve", False)
assert eve["id"] != 90
assert sign_up(name="n" * 21)[0] == 422
assert sign_up()[0] == 422
