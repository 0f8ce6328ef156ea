"""What FastAPI itself does at the edges: paths behind a proxy, a background task that fails, no lifespan in a test."""

from contextlib import asynccontextmanager

from fastapi import BackgroundTasks, FastAPI, HTTPException
from fastapi.middleware.cors import CORSMiddleware
from fastapi.testclient import TestClient

loaded: list[str] = []


@asynccontextmanager
async def lifespan(app: FastAPI):
    loaded.append("model")
    yield
    loaded.clear()


app = FastAPI(lifespan=lifespan, root_path="/api")
app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example"])


@app.get("/ready")
async def ready():
    if not loaded:
        raise HTTPException(503, "The model is not loaded", {"Retry-After": "1"})
    return {"status": "ready"}


def fail():
    raise RuntimeError("The mail could not be sent")


@app.post("/orders", status_code=202)
async def order(tasks: BackgroundTasks):
    tasks.add_task(fail)
    return {"state": "accepted"}


@app.get("/boom")
async def boom():
    raise RuntimeError("secret")


client = TestClient(app, raise_server_exceptions=False)

# Without `with` no lifespan runs.
assert client.get("/ready").status_code == 503
assert client.get("/ready").headers["retry-after"] == "1"
with TestClient(app) as started:
    assert started.get("/ready").status_code == 200
assert loaded == []

# The reply of a background task that fails has been sent: the client never learns.
reply = client.post("/orders")
assert (reply.status_code, reply.json()) == (202, {"state": "accepted"})

# root_path tells the docs where they are reached from outside.
assert client.get("/openapi.json").json()["servers"] == [{"url": "/api"}]
assert "url: '/api/openapi.json'" in client.get("/docs").text

# A 500 tells nothing of the error, and it is made outside of CORS: the page of another origin may not read it.
crash = client.get("/boom", headers={"origin": "https://shop.example"})
assert (crash.status_code, crash.text) == (500, "Internal Server Error")
assert "access-control-allow-origin" not in crash.headers
assert (
    client.get("/ready", headers={"origin": "https://shop.example"}).headers[
        "access-control-allow-origin"
    ]
    == "https://shop.example"
)
