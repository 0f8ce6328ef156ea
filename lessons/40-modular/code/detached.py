# region code
from database import User, engine
from fastapi import FastAPI
from pydantic import BaseModel
from sqlalchemy.orm import Session

app = FastAPI()


class UserOut(BaseModel):
    id: int
    email: str


@app.post("/users", status_code=201, response_model=UserOut)
def create_user(email: str):
    user = User(email=email)
    # region bug
    with Session(engine) as session:
        session.add(user)
        session.commit()
        return user
    # endregion bug
# endregion code


from fastapi.exceptions import ResponseValidationError  # noqa: E402
from fastapi.testclient import TestClient  # noqa: E402
from sqlalchemy import select  # noqa: E402

# The row is there, the reply is a 500, and the log says why.
reply = TestClient(app, raise_server_exceptions=False).post("/users?email=mary")
assert reply.status_code == 500
with Session(engine) as session:
    assert session.scalar(select(User.id).where(User.email == "mary")) is not None
try:
    TestClient(app).post("/users?email=anne")
except ResponseValidationError as error:
    assert [one["loc"] for one in error.errors()] == [("response", "id"), ("response", "email")]
    assert "DetachedInstanceError" in str(error)
else:
    raise AssertionError("no error in the log")

# Without a model it is worse: a 200 with nothing in it.
untyped = FastAPI()
untyped.post("/users")(create_user)
reply = TestClient(untyped).post("/users?email=jane")
assert (reply.status_code, reply.json()) == (200, {})

app = FastAPI()


# region fix
@app.post("/users", status_code=201, response_model=UserOut)
def create_user(email: str):
    user = User(email=email)
    with Session(engine) as session:
        session.add(user)
        session.commit()
        session.refresh(user)
        return user
# endregion fix


reply = TestClient(app).post("/users?email=emma")
assert reply.status_code == 201
assert reply.json()["email"] == "emma"


# Two other cures: nothing expires at the commit, or the session outlives the reply's making.
def get_session():
    with Session(engine) as session:
        yield session


from typing import Annotated  # noqa: E402

from fastapi import Depends  # noqa: E402

others = FastAPI()


@others.post("/kept", response_model=UserOut)
def create_kept(email: str):
    with Session(engine, expire_on_commit=False) as session:
        user = User(email=email)
        session.add(user)
        session.commit()
        return user


def create(email: str, session: Session) -> User:
    user = User(email=email)
    session.add(user)
    session.commit()
    return user


@others.post("/late", response_model=UserOut)
def create_late(email: str, session: Annotated[Session, Depends(get_session)]):
    return create(email, session)


@others.post("/early", response_model=UserOut)
def create_early(
    email: str, session: Annotated[Session, Depends(get_session, scope="function")]
):
    return create(email, session)


# Even scope="function" ends after the reply was made from the object.
for path in ("kept", "late", "early"):
    reply = TestClient(others).post(f"/{path}?email={path}")
    assert (reply.status_code, reply.json()["email"]) == (200, path)
