"""A synchronous session in a plain def, in an async def, and an asynchronous one, two requests at a time."""

import asyncio
from threading import Barrier, BrokenBarrierError

import aiosqlite  # noqa: F401
import httpx2
from fastapi import FastAPI
from sqlalchemy import NullPool, create_engine, event, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Session

# The query waits until a second one is running: if both requests run at once they meet, else the first waits in vain.
meeting = Barrier(2)
patience = 5.0


def meet() -> bool:
    try:
        meeting.wait(timeout=patience)
    except BrokenBarrierError:
        return False
    return True


# Each connection is a database in memory of its own. That does for a query without tables.
engine = create_engine("sqlite://", poolclass=NullPool)
async_engine = create_async_engine("sqlite+aiosqlite:///file:met?mode=memory&uri=true")
for one in (engine, async_engine.sync_engine):
    event.listen(one, "connect", lambda db, _: db.create_function("meet", 0, meet))

app = FastAPI()
ask = text("SELECT meet()")


# region routes
@app.get("/def")
def in_a_thread():
    with Session(engine) as session:
        return session.scalar(ask)


@app.get("/async-def")
async def on_the_loop():
    with Session(engine) as session:
        return session.scalar(ask)


@app.get("/awaited")
async def awaited():
    async with AsyncSession(async_engine) as session:
        return await session.scalar(ask)
# endregion


async def ask_twice(path: str) -> list[int]:
    meeting.reset()
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        replies = await asyncio.gather(client.get(path), client.get(path))
    return [reply.json() for reply in replies]


async def main() -> dict[str, list[int]]:
    met = {path: await ask_twice(path) for path in ("/def", "/awaited")}
    global patience
    patience = 0.1
    met["/async-def"] = await ask_twice("/async-def")
    await async_engine.dispose()
    return met


# The thread pool runs both queries at once, the event loop one after the other; awaited, both run at once.
assert asyncio.run(main()) == {"/def": [1, 1], "/awaited": [1, 1], "/async-def": [0, 0]}
