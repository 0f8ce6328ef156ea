import math

from fastapi import FastAPI, HTTPException, Request

app = FastAPI()


# region given
# The other service and the clock: leave all of this as it is.
upstream = {"isFailing": False, "price": 12.5, "calls": 0}
now_ms = 0


async def fetch_price() -> float:
    upstream["calls"] += 1
    if upstream["isFailing"]:
        raise RuntimeError("The other service failed")
    return upstream["price"]


@app.get("/upstream")
async def read_upstream():
    return {"calls": upstream["calls"], "now_ms": now_ms}


@app.put("/upstream", status_code=204)
async def put_upstream(request: Request):
    upstream.update(await request.json())


@app.post("/clock", status_code=204)
async def advance_clock(request: Request):
    global now_ms
    now_ms += (await request.json())["advance_ms"]
# endregion


# region breaker
THRESHOLD = 3
OPEN_MS = 10_000
failures = 0
open_until_ms = 0


@app.get("/price")
async def price():
    global failures, open_until_ms
    left_ms = open_until_ms - now_ms
    if left_ms > 0:
        headers = {"Retry-After": str(math.ceil(left_ms / 1000))}
        raise HTTPException(503, "Try again later", headers)
    try:
        price = await fetch_price()
    except RuntimeError:
        failures += 1
        # After a trial that failed there are more than three.
        if failures >= THRESHOLD:
            open_until_ms = now_ms + OPEN_MS
        raise HTTPException(502, "The other service failed")
    failures = 0
    return {"price": price}
# endregion
