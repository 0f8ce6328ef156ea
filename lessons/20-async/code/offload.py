import asyncio
import threading

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.testclient import TestClient

app = FastAPI()
ran_in = {}


async def fetch_rows(id: int) -> list[int]:
    ran_in["fetch"] = threading.get_ident()
    await asyncio.sleep(0)
    return [id, id + 1]


def render(rows: list[int]) -> str:
    ran_in["render"] = threading.get_ident()
    return f"{len(rows)} rows"


@app.get("/reports/{id}")
async def read_report(id: int):
    rows = await fetch_rows(id)  # waits: stays on the event loop
    text = await run_in_threadpool(render, rows)  # blocks: goes to a thread
    return {"report": text}


@app.get("/loop")
async def on_the_loop():
    return {"thread": threading.get_ident()}


@app.get("/pool")
def in_the_pool():
    return {"thread": threading.get_ident()}


@app.get("/limit")
async def limit():
    import anyio.to_thread

    return {"threads": anyio.to_thread.current_default_thread_limiter().total_tokens}


with TestClient(app) as client:
    loop = client.get("/loop").json()["thread"]
    # The loop is one thread, the same for each request. A def runs in another.
    assert client.get("/loop").json()["thread"] == loop
    assert client.get("/pool").json()["thread"] != loop

    # One call of an async def is moved, the rest of it stays.
    assert client.get("/reports/1").json() == {"report": "2 rows"}
    assert ran_in["fetch"] == loop
    assert ran_in["render"] != loop

    # The pool has 40 places unless one sets another number.
    assert client.get("/limit").json() == {"threads": 40}
