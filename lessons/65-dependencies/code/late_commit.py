# region code
from typing import Annotated

from database import User, engine
from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session

app = FastAPI()


def get_session():
    with Session(engine) as session:
        # region bug
        yield session
        session.commit()


Open = Annotated[Session, Depends(get_session)]
# endregion bug


@app.post("/users", status_code=201)
def create(email: str, session: Open):
    session.add(User(email=email))
    return {"email": email}
# endregion code


from database import count_users  # noqa: E402
from fastapi import HTTPException  # noqa: E402
from fastapi.testclient import TestClient  # noqa: E402
from sqlalchemy.exc import IntegrityError  # noqa: E402


def sign_up(app: FastAPI, email: str):
    reply = TestClient(app, raise_server_exceptions=False).post(f"/users?email={email}")
    return reply.status_code, reply.json()


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


Open = Annotated[Session, Depends(get_session)]


@app.post("/users", status_code=201)
def create(email: str, session: Open):
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


# The other cure: with scope="function" the commit comes before the reply, and its failure is a 500.
def commit_at_the_end():
    with Session(engine) as session:
        yield session
        session.commit()


app = FastAPI()


@app.post("/users", status_code=201)
def create_early(
    email: str, session: Annotated[Session, Depends(commit_at_the_end, scope="function")]
):
    session.add(User(email=email))


reply = TestClient(app, raise_server_exceptions=False).post("/users?email=bob")
assert reply.status_code == 500
assert count_users() == 2
