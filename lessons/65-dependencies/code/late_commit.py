# region code
from typing import Annotated

from database import User, engine
from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session

app = FastAPI()


def get_session():
    with Session(engine) as session:
        yield session
        # region bug
        session.commit()
        # endregion bug


@app.post("/users", status_code=201)
def create(email: str, session: Annotated[Session, Depends(get_session)]):
    session.add(User(email=email))
    return {"email": email}
# endregion code


from fastapi import HTTPException  # noqa: E402
from fastapi.testclient import TestClient  # noqa: E402
from sqlalchemy import func, select  # noqa: E402
from sqlalchemy.exc import IntegrityError  # noqa: E402


def sign_up(app: FastAPI, email: str):
    reply = TestClient(app, raise_server_exceptions=False).post(f"/users?email={email}")
    return reply.status_code, reply.json()


def count_users() -> int:
    with Session(engine) as session:
        return session.scalar(select(func.count()).select_from(User))


# Twice the same address, twice a 201, and one row.
assert sign_up(app, "ada") == (201, {"email": "ada"})
assert sign_up(app, "ada") == (201, {"email": "ada"})
assert count_users() == 1
try:
    TestClient(app).post("/users?email=ada")
except IntegrityError as error:
    assert "UNIQUE constraint failed: users.email" in str(error)
else:
    raise AssertionError("the log is told, and only the log")

app = FastAPI()


# region fix
def get_session():
    with Session(engine) as session:
        yield session


@app.post("/users", status_code=201)
def create(email: str, session: Annotated[Session, Depends(get_session)]):
    session.add(User(email=email))
    try:
        session.commit()
    except IntegrityError:
        raise HTTPException(409, "Taken") from None
    return {"email": email}
# endregion fix


assert sign_up(app, "bob") == (201, {"email": "bob"})
assert sign_up(app, "bob") == (409, {"detail": "Taken"})
assert count_users() == 2
