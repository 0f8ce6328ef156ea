# region imports
from collections import Counter
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import FastAPI, HTTPException, Query, Request
from fastapi.responses import StreamingResponse

from parts.raw import raw
# endregion

# region state
state = {"ready": False, "visits": 0}
# endregion


# region lifespan
@asynccontextmanager
async def lifespan(app: FastAPI):
    state["ready"] = True  # Here a model is loaded, a pool is opened.
    yield
    print(f"visits counted, and forgotten now: {state['visits']}", flush=True)
    state["ready"] = False
# endregion


# region app
app = FastAPI(title="Server", version="1.0.0", lifespan=lifespan)
# endregion


# region ready
@app.get("/ready", responses={503: {"description": "Not ready"}})
async def ready():
    if not state["ready"]:
        raise HTTPException(503, "Not ready")
    return {"ready": True}
# endregion


# region request
@app.get("/request")
async def read_request(request: Request):
    return {
        "method": request.method,
        "path": request.url.path,
        "query": dict(request.query_params),
        "token": request.headers.get("x-token"),
    }
# endregion


# region connection
# ASGI knows requests, no connections: address and port of the client are all there is to tell them apart. When one is
# closed nobody says so: this counter only grows, which is fine for a look and not for production.
requests_from = Counter()


@app.get("/connection")
async def connection(request: Request):
    requests_from[request.client] += 1
    return {"client": request.client.host, "request": requests_from[request.client]}
# endregion


# region stream
@app.get("/stream")
async def stream(count: Annotated[int, Query(ge=0, le=1000)] = 5):
    chunks = (f"chunk {number}\n" for number in range(count))
    return StreamingResponse(chunks, media_type="text/plain")
# endregion


# region visits
@app.post("/visits", status_code=201)
async def count_visit():
    state["visits"] += 1
    return {"visits": state["visits"]}
# endregion


# region mount
app.mount("/raw", raw)
# endregion
