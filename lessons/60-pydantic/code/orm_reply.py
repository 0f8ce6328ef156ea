"""A row of SQLAlchemy as the reply: what has to be set, what leaves, what is loaded."""

from typing import Annotated

from database import engine
from fastapi import Depends, FastAPI
from fastapi.exceptions import ResponseValidationError
from fastapi.testclient import TestClient
from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import ForeignKey, event, select
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    mapped_column,
    relationship,
    selectinload,
)


class Base(DeclarativeBase):
    pass


class Team(Base):
    __tablename__ = "teams"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    team_id: Mapped[int] = mapped_column(ForeignKey("teams.id"))
    team: Mapped[Team] = relationship()


# region out
class TeamOut(BaseModel):
    name: str


class UserOut(BaseModel):
    name: str
    team: TeamOut
# endregion


Base.metadata.create_all(engine)
with Session(engine) as session:
    for number in range(3):
        team = Team(name=f"team {number}")
        session.add(User(name=f"user {number}", password_hash="secret", team=team))
    session.commit()


def get_session():
    with Session(engine) as session:
        yield session


Open = Annotated[Session, Depends(get_session)]
app = FastAPI()


@app.get("/one", response_model=UserOut)
def read_one(session: Open):
    return session.get(User, 1)


@app.get("/untyped")
def read_untyped(session: Open):
    return session.get(User, 1)


@app.get("/lazy", response_model=list[UserOut])
def read_lazily(session: Open):
    return session.scalars(select(User))


@app.get("/eager", response_model=list[UserOut])
def read_eagerly(session: Open):
    return session.scalars(select(User).options(selectinload(User.team)))


@app.get("/closed", response_model=UserOut)
def read_closed():
    with Session(engine) as session:
        return session.get(User, 1)


statements: list[str] = []


@event.listens_for(engine, "before_cursor_execute")
def note(_connection, _cursor, statement, *_rest):
    statements.append(statement)


def ask(path: str):
    statements.clear()
    return TestClient(app).get(path).json()


# For the reply nothing has to be set, for the nested model neither, and the hash stays inside.
assert UserOut.model_config == {}
assert ask("/one") == {"name": "user 0", "team": {"name": "team 0"}}

# Where no model is declared, every loaded column goes out.
assert ask("/untyped") == {"id": 1, "name": "user 0", "password_hash": "secret", "team_id": 1}

# A lazy relationship is read too: a query for each row, unless the query loads it.
assert len(ask("/lazy")) == 3
assert len(statements) == 1 + 3
assert len(ask("/eager")) == 3
assert len(statements) == 2

# When the session is closed, that is an error.
try:
    ask("/closed")
except ResponseValidationError as error:
    assert [one["loc"] for one in error.errors()] == [("response", "team")]
    assert "DetachedInstanceError" in str(error)
else:
    raise AssertionError("loaded from a closed session")


# Your own model_validate needs from_attributes: in the call, or in the config of each model, nested ones too.
from_attributes = ConfigDict(from_attributes=True)


class HalfConfigured(UserOut):
    model_config = from_attributes


class ConfiguredTeam(TeamOut):
    model_config = from_attributes


class Configured(HalfConfigured):
    team: ConfiguredTeam


def refused_at(validate, *given, **how) -> list[tuple]:
    try:
        validate(*given, **how)
    except ValidationError as error:
        return [one["loc"] for one in error.errors() if one["type"] == "model_type"]
    return []


with Session(engine) as session:
    user = session.get(User, 1)
    assert refused_at(UserOut.model_validate, user) == [()]
    assert refused_at(HalfConfigured.model_validate, user) == [("team",)]
    assert Configured.model_validate(user).team.name == "team 0"
    assert UserOut.model_validate(user, from_attributes=True).team.name == "team 0"
