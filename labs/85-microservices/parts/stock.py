"""The service that knows how much there is. `python -m parts.stock` serves it on a free port and tells the port."""

import asyncio
import os
import socket
import sys
import threading
from enum import StrEnum
from typing import Annotated

import uvicorn
from fastapi import FastAPI, Header, HTTPException, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from parts.tracing import EndedSpan, Service, SpanLog

# Longer than whoever asks is willing to wait.
SLOW_S = 2.5


# region models
class Mode(StrEnum):
    ok = "ok"
    slow = "slow"
    failing = "failing"
    down = "down"


class StockMode(BaseModel):
    mode: Mode


class Item(BaseModel):
    sku: str
    available: int


class Wanted(BaseModel):
    sku: Annotated[str, Field(examples=["apple", "pear"])]
    quantity: Annotated[int, Field(ge=1)]


class Reservation(BaseModel):
    reservation_id: int
    sku: str
    quantity: int
# endregion


app = FastAPI(title="Stock", version="1.0.0")
shelves = {"apple": 10, "pear": 5, "plum": 0}
reservations: dict[str, Reservation] = {}
spans = SpanLog(Service.stock, ("/items/", "/reservations"))
in_hand: set[asyncio.Event] = set()
mode = Mode.ok
reservation_count = 0


# region modes
@app.middleware("http")
async def behave(request: Request, call_next):
    if not request.url.path.startswith(("/items/", "/reservations", "/ready")):
        return await call_next(request)
    done = asyncio.Event()
    in_hand.add(done)
    try:
        if mode is Mode.failing:
            return JSONResponse({"detail": "Stock is failing"}, 500)
        response = await call_next(request)
        # The work is done at once, only its reply comes late: whoever gave up cannot know that.
        if mode is Mode.slow:
            await asyncio.sleep(SLOW_S)
        return response
    finally:
        in_hand.discard(done)
        done.set()


# Added last, it runs first: a span holds the wait as well.
app.middleware("http")(spans.trace)


@app.put("/mode")
async def put_mode(body: StockMode) -> StockMode:
    global mode
    mode = body.mode
    # What is in hand is finished first, so that nothing of the old mode comes later.
    for done in list(in_hand):
        await done.wait()
    return body
# endregion


# region items
@app.get("/items/{sku}", responses={404: {"description": "No such item"}})
async def read_item(sku: str) -> Item:
    return Item(sku=sku, available=find_available(sku))


def find_available(sku: str) -> int:
    if sku not in shelves:
        raise HTTPException(404, "No such item")
    return shelves[sku]
# endregion


# region reserve
@app.post(
    "/reservations",
    status_code=201,
    responses={404: {"description": "No such item"}, 409: {"description": "Not enough of it"}},
)
async def reserve(
    wanted: Wanted, idempotency_key: Annotated[str | None, Header()] = None
) -> Reservation:
    global reservation_count
    if idempotency_key is not None and idempotency_key in reservations:
        return reservations[idempotency_key]
    available = find_available(wanted.sku)
    if available < wanted.quantity:
        raise HTTPException(409, f"Only {available} left")
    shelves[wanted.sku] = available - wanted.quantity
    reservation_count += 1
    reservation = Reservation(reservation_id=reservation_count, **wanted.model_dump())
    if idempotency_key is not None:
        reservations[idempotency_key] = reservation
    return reservation
# endregion


# region health
@app.get("/health")
async def health():
    return {"status": "ok"}


@app.get("/ready")
async def ready():
    return {"status": "ready"}
# endregion


# region spans
@app.get("/spans")
async def read_spans(after: Annotated[int, Query(ge=0)] = 0) -> list[EndedSpan]:
    return spans.list(after)
# endregion


# region process
def end_with_parent():
    """Standard input is a pipe that closes when the parent is gone, however it ended."""
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])
# endregion
