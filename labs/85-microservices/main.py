# region imports
import math
from contextlib import asynccontextmanager
from typing import Annotated
from urllib.parse import quote

from fastapi import FastAPI, Header, HTTPException, Path, Query, Response
from parts.breaker import Breaker, CircuitOpen, BreakerState
from parts.idempotency import Begun, IdempotencyKeys
from parts.retry import retry
from parts.stock import Item, Reservation, StockMode
from parts.stock_client import Reply, StockClient
from parts.stock_control import StockControl
from parts.stock_process import StockProcess
from parts.tracing import Service, SpanLog
from pydantic import BaseModel, Field
from typing_extensions import NotRequired, TypedDict
# endregion

# region app
spans = SpanLog(Service.orders, ("/orders", "/items/"))
stock = StockProcess()
client = StockClient(stock, spans)
control = StockControl(stock, spans)


@asynccontextmanager
async def lifespan(app: FastAPI):
    await stock.start()
    yield
    stock.kill()


app = FastAPI(title="Orders", version="1.0.0", lifespan=lifespan)
app.middleware("http")(spans.trace)
# endregion

# region call
# Only POST /clock moves it, so that there is time to look around. A real breaker asks time.monotonic().
now_ms = 0
breaker = Breaker(failure_threshold=5, open_ms=10_000, now=lambda: now_ms)


async def ask_stock(
    method: str, path: str, body: dict | None = None, idempotency_key: str | None = None
) -> Reply:
    """Asks stock through the breaker, and again where asking twice does no harm."""
    # region ask
    is_idempotent = method == "GET" or idempotency_key is not None
    try:
        return await retry(
            lambda: breaker.run(lambda: client.send(method, path, body, idempotency_key)),
            attempts=3 if is_idempotent else 1,
            base_ms=50,
            cap_ms=1000,
            is_worth_it=lambda error: not isinstance(error, CircuitOpen),
        )
    # endregion
    except CircuitOpen as error:
        # At least 1: while a trial is out, nothing is left of the ten seconds.
        seconds = max(1, math.ceil(error.left_ms / 1000))
        raise HTTPException(
            503,
            "Stock failed too often and is left alone",
            headers={"Retry-After": str(seconds)},
        )


stock_errors = {
    502: {"description": "Stock failed, or cannot be reached"},
    503: {"description": "Stock is left alone for a while"},
    504: {"description": "Stock did not answer in time"},
}
# endregion

# region orders
class OrderIn(BaseModel):
    sku: Annotated[str, Field(examples=["apple", "pear"])]
    quantity: Annotated[int, Field(ge=1, le=100)]


class Order(BaseModel):
    order_id: int
    sku: str
    quantity: int
    reservation_id: int


orders: list[Order] = []


async def place_order(wanted: OrderIn, key: str | None) -> Order:
    reply = await ask_stock("POST", "/reservations", wanted.model_dump(), key)
    if reply.status == 404:
        raise HTTPException(404, "No such item")
    if reply.status == 409:
        raise HTTPException(409, "Not enough of it")
    reservation = Reservation.model_validate(reply.json)
    order = Order(
        order_id=len(orders) + 1,
        reservation_id=reservation.reservation_id,
        **wanted.model_dump(),
    )
    orders.append(order)
    return order
# endregion


# region idempotency
keys = IdempotencyKeys()


@app.post(
    "/orders",
    status_code=201,
    responses={
        404: {"description": "No such item"},
        409: {"description": "Not enough of it, or the first request with this key still runs"},
        **stock_errors,
    },
)
async def create_order(
    wanted: OrderIn,
    response: Response,
    idempotency_key: Annotated[str | None, Header()] = None,
) -> Order:
    if idempotency_key is None:
        return await place_order(wanted, None)
    match keys.begin(idempotency_key, wanted):
        case Begun.replay:
            response.headers["Idempotent-Replayed"] = "true"
            return keys.reply(idempotency_key)
        case Begun.still_running:
            raise HTTPException(409, "The first request with this key still runs")
        case Begun.other_body:
            error = {
                "type": "idempotency_key_reused",
                "loc": ["header", "idempotency-key"],
                "msg": "This key came with another body before",
                "input": idempotency_key,
            }
            raise HTTPException(422, [error])
    try:
        order = await place_order(wanted, idempotency_key)
    except Exception:
        keys.give_up(idempotency_key)
        raise
    keys.finish(idempotency_key, order)
    return order


@app.get("/orders")
async def read_orders() -> list[Order]:
    return orders
# endregion


# region items
@app.get("/items/{sku}", responses={404: {"description": "No such item"}, **stock_errors})
async def read_item(sku: Annotated[str, Path(examples=["apple", "pear"])]) -> Item:
    reply = await ask_stock("GET", f"/items/{quote(sku, safe='')}")
    if reply.status == 404:
        raise HTTPException(404, "No such item")
    return Item.model_validate(reply.json)
# endregion


# region health
# Am I alive? Nothing else is asked: whoever fails this is started again.
@app.get("/health")
async def health():
    return {"status": "ok"}


# Can I do my work? Whoever fails this gets no requests for a while.
@app.get("/ready", responses={503: {"description": "Stock is not ready"}})
async def ready():
    try:
        await client.send("GET", "/ready")
    except HTTPException:
        raise HTTPException(503, "Stock is not ready")
    return {"status": "ready"}
# endregion


# region watch
class BreakerReport(TypedDict):
    state: BreakerState
    failures: int
    opened_for_ms: NotRequired[int]


@app.get("/breaker")
async def read_breaker() -> BreakerReport:
    report = BreakerReport(state=breaker.state, failures=breaker.failures)
    if breaker.opened_for_ms is not None:
        report["opened_for_ms"] = breaker.opened_for_ms
    return report


class Span(BaseModel):
    number: int
    service: Service
    name: str
    trace_id: str
    status: int
    duration_ms: float


@app.get("/spans", response_model=list[Span])
async def read_spans(
    after: Annotated[int, Query(ge=0)] = 0,
    trace_id: Annotated[str | None, Query(pattern="^[0-9a-f]{32}$")] = None,
):
    await control.collect_spans()
    return [span for span in spans.list(after) if trace_id in (None, span.trace_id)]
# endregion


# region modes
@app.get("/stock/mode")
async def read_mode() -> StockMode:
    return StockMode(mode=control.mode)


class Advance(BaseModel):
    advance_ms: Annotated[int, Field(ge=0, le=60_000)]


@app.post("/clock")
async def advance_clock(body: Advance) -> BreakerReport:
    global now_ms
    now_ms += body.advance_ms
    return await read_breaker()


@app.put("/stock/mode")
async def put_mode(body: StockMode) -> StockMode:
    await control.set_mode(body.mode)
    return body
# endregion
