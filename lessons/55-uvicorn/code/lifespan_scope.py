import asyncio
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI

happened = []


@asynccontextmanager
async def lifespan(app: FastAPI):
    happened.append("before the yield")
    yield
    happened.append("after the yield")


app = FastAPI(lifespan=lifespan)


# region lifespan
async def start_and_stop(app):
    messages = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])

    async def receive():
        return next(messages)

    async def send(message):
        happened.append(message["type"])

    await app({"type": "lifespan"}, receive, send)
# endregion


asyncio.run(start_and_stop(app))
assert happened == [
    "before the yield",
    "lifespan.startup.complete",
    "after the yield",
    "lifespan.shutdown.complete",
]

# What the lesson says of Uvicorn's defaults.
config = uvicorn.Config("main:app")
assert config.port == 8000
assert config.host == "127.0.0.1"
assert config.proxy_headers is True
assert config.forwarded_allow_ips == "127.0.0.1,::1"
assert config.timeout_graceful_shutdown is None
assert config.http2 is False
assert config.workers == 1

# Several processes import the app by its name: an object cannot be handed to them.
try:
    uvicorn.run(app, workers=2, log_level="critical")
except SystemExit as exit:
    assert exit.code != 0
else:
    raise AssertionError("it served")
