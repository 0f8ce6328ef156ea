from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import StaticPool, create_engine, event, select
from sqlalchemy.exc import IllegalStateChangeError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)


# All threads share one connection: in SQLite a database in memory belongs to the connection that made it.
engine = create_engine(
    "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
)
Base.metadata.create_all(engine)
app = FastAPI()


# region session
def get_session():
    with Session(engine) as session:
        yield session


@app.post("/users", status_code=201)
def create(email: str, session: Annotated[Session, Depends(get_session)]):
    user = User(email=email)
    session.add(user)
    session.commit()
    return {"id": user.id}
# endregion


sessions: list[Session] = []


@app.get("/session")
def note_session(session: Annotated[Session, Depends(get_session)]):
    sessions.append(session)
    session.execute(select(User))
    assert session.in_transaction()


@app.post("/forgotten")
def forget_to_commit(email: str, session: Annotated[Session, Depends(get_session)]):
    session.add(User(email=email))
    session.flush()


client = TestClient(app, raise_server_exceptions=False)


def emails() -> list[str]:
    with Session(engine) as session:
        return list(session.scalars(select(User.email).order_by(User.id)))


# A session for each request, on one engine, closed and out of its transaction afterwards.
client.get("/session")
client.get("/session")
one, two = sessions
assert one is not two
assert one.get_bind() is two.get_bind() is engine
assert not one.in_transaction()

# A commit that fails in the route is an error for the client. What is not committed is rolled back.
assert client.post("/users?email=ada").json() == {"id": 1}
assert client.post("/users?email=ada").status_code == 500
assert client.post("/forgotten?email=bob").status_code == 200
assert emails() == ["ada"]

# One session for all: what one request adds is in the other's transaction, and goes with the other's rollback.
shared = Session(engine)
shared.add(User(email="eve"))  # request 1, about to commit
shared.rollback()  # request 2 has failed
shared.commit()  # request 1
assert emails() == ["ada"]

# Nor may two threads use it at the same time: SQLAlchemy notices some of it.
begun, tried = Barrier(2), Barrier(2)


def pause(*_):
    begun.wait(timeout=5)
    tried.wait(timeout=5)


shared = Session(engine)
event.listen(shared, "before_flush", pause)
shared.add(User(email="kim"))
with ThreadPoolExecutor() as threads:
    committing = threads.submit(shared.commit)
    begun.wait(timeout=5)
    try:
        shared.close()
    except IllegalStateChangeError as error:
        assert "is already in progress" in str(error)
    else:
        raise AssertionError("closed while another thread commits")
    finally:
        tried.wait(timeout=5)
    committing.result()
