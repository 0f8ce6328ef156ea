from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import BackgroundTasks, Depends, FastAPI, HTTPException
from fastapi.testclient import TestClient
from sqlalchemy import create_engine, func, orm, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

folder = TemporaryDirectory()
engine = create_engine(f"sqlite:///{folder.name}/users.db")
log: list[str] = []


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    email: Mapped[str] = mapped_column(primary_key=True)


Base.metadata.create_all(engine)


class Session(orm.Session):
    """SQLAlchemy's, and notes what is asked of it."""

    def commit(self):
        super().commit()
        log.append("commit")

    def rollback(self):
        super().rollback()
        log.append("rollback")

    def close(self):
        super().close()
        log.append("close")


# region session
def get_session():
    session = Session(engine)
    try:
        yield session  # here the route runs
        session.commit()
    except Exception:
        session.rollback()
        raise
    finally:
        session.close()


Late = Annotated[Session, Depends(get_session)]
Early = Annotated[Session, Depends(get_session, scope="function")]
# endregion

app = FastAPI()


def count_users() -> int:
    with orm.Session(engine) as another:
        return another.scalar(select(func.count()).select_from(User))


class NoteReply:
    """Notes when the reply goes out, and how many users another session finds at that moment."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def noting(message):
            if message["type"] == "http.response.start":
                log.append(f"reply {message['status']}, users: {count_users()}")
            await send(message)

        await self.app(scope, receive, noting)


app.add_middleware(NoteReply)


@app.post("/late", status_code=201)
def create_late(email: str, session: Late, tasks: BackgroundTasks):
    session.add(User(email=email))
    tasks.add_task(log.append, "background task")


@app.post("/early", status_code=201)
def create_early(email: str, session: Early):
    session.add(User(email=email))


@app.post("/refused")
def refuse(session: Late):
    session.add(User(email="refused@example.com"))
    session.flush()
    raise HTTPException(409, "Taken")


@app.post("/invalid")
def invalid(session: Late, limit: int):
    return None


def find_user(email: str, session: Late) -> User | None:
    return session.get(User, email)


# One session for all within a request, and so one object for each row.
@app.post("/shared")
def share(email: str, found: Annotated[User | None, Depends(find_user)], session: Late) -> bool:
    return session.get(User, email) is found


# The scope is part of the key under which a result is kept: here are two sessions.
@app.post("/both")
def use_both(late: Late, early: Early) -> bool:
    return late is early


client = TestClient(app, raise_server_exceptions=False)
assert client.post("/both").json() is False


def post(path: str) -> list[str]:
    log.clear()
    client.post(path)
    return log


after_reply = ["background task", "commit", "close"]
assert post("/late?email=ada") == ["reply 201, users: 0", *after_reply]
assert post("/early?email=bob") == ["commit", "close", "reply 201, users: 2"]
assert client.post("/shared?email=ada").json() is True
assert post("/refused") == ["rollback", "close", "reply 409, users: 2"]
# The session was opened for nothing: it came before the parameters of the route.
assert post("/invalid") == ["rollback", "close", "reply 422, users: 2"]

# A commit that fails, here since the address is taken: too late for the client to hear of it, or in time.
assert post("/late?email=ada") == [
    "reply 201, users: 2",
    "background task",
    "rollback",
    "close",
]
assert post("/early?email=ada") == ["rollback", "close"]
assert client.post("/early?email=ada").status_code == 500
assert count_users() == 2

engine.dispose()
folder.cleanup()
