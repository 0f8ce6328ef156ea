from typing import Annotated

from fastapi import BackgroundTasks, Depends, FastAPI, HTTPException
from fastapi.testclient import TestClient

log: list[str] = []


class Session:
    fails = False

    def commit(self):
        if self.fails:
            raise RuntimeError("the database says no")
        log.append("commit")

    def rollback(self):
        log.append("rollback")

    def close(self):
        log.append("close")


# region session
async def get_session():
    session = Session()
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


class NoteReply:
    """Notes when the reply goes out."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def noting(message):
            if message["type"] == "http.response.start":
                log.append(f"reply {message['status']}")
            await send(message)

        await self.app(scope, receive, noting)


app.add_middleware(NoteReply)


@app.post("/late", status_code=201)
async def create_late(session: Late, tasks: BackgroundTasks):
    tasks.add_task(log.append, "background task")


@app.post("/early", status_code=201)
async def create_early(session: Early):
    return None


@app.post("/refused")
async def refuse(session: Late):
    raise HTTPException(409, "Taken")


@app.post("/invalid")
async def invalid(session: Late, limit: int):
    return None


# The scope is part of the key under which a result is kept: here are two sessions.
@app.post("/both")
async def use_both(late: Late, early: Early) -> bool:
    return late is early


client = TestClient(app, raise_server_exceptions=False)
assert client.post("/both").json() is False


def post(path: str) -> list[str]:
    log.clear()
    client.post(path)
    return log


assert post("/late") == ["reply 201", "background task", "commit", "close"]
assert post("/early") == ["commit", "close", "reply 201"]
assert post("/refused") == ["rollback", "close", "reply 409"]
# The session was opened for nothing: it came before the parameters of the route.
assert post("/invalid") == ["rollback", "close", "reply 422"]

# A commit that fails: too late for the client to hear of it, or in time.
Session.fails = True
assert post("/late") == ["reply 201", "background task", "rollback", "close"]
assert client.post("/late").status_code == 201
assert client.post("/early").status_code == 500
