import asyncio
import logging
import re
import time
from uuid import uuid4

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse

app = FastAPI()


# region middleware
@app.middleware("http")
async def time_and_name(request: Request, call_next):
    start = time.perf_counter()
    given = request.headers.get("X-Request-ID", "")
    is_plain = re.fullmatch(r"[A-Za-z0-9_-]{1,64}", given)
    request_id = given if is_plain else str(uuid4())
    try:
        response = await call_next(request)
    except Exception:
        # Starlette would answer outside of all middleware, without these headers.
        logging.exception("request %s failed", request_id)
        response = PlainTextResponse("Internal Server Error", status_code=500)
    response.headers["X-Request-ID"] = request_id
    response.headers["X-Process-Time"] = str(time.perf_counter() - start)
    return response
# endregion


@app.get("/")
async def root():
    return {"message": "Hello World"}


@app.get("/slow")
async def slow():
    await asyncio.sleep(0.1)
    return {"message": "Done"}


@app.get("/boom")
async def boom():
    raise RuntimeError("boom")
