# region imports
import re
import time
from typing import Annotated
from uuid import uuid4

from fastapi import FastAPI, HTTPException, Path, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.datastructures import MutableHeaders
from starlette.middleware.sessions import SessionMiddleware
# endregion

# region app
app = FastAPI(title="Middleware", version="1.0.0")
# endregion

# The first that is added is the innermost, the last one the outermost.

# region compress
app.add_middleware(GZipMiddleware, minimum_size=500)
# endregion

# region sessions
app.add_middleware(
    SessionMiddleware,
    # Out of the environment in a real app. Whoever knows it can sign any session.
    secret_key="for-this-lab-only",
    # Ten years, so that the cookies of a lesson stay good.
    max_age=10 * 365 * 24 * 60 * 60,
)
# endregion


# region request-id
@app.middleware("http")
async def request_id(request: Request, call_next):
    given = request.headers.get("X-Request-ID", "")
    is_plain = re.fullmatch(r"[A-Za-z0-9_-]{1,64}", given)
    request.state.request_id = given if is_plain else str(uuid4())
    response = await call_next(request)
    response.headers["X-Request-ID"] = request.state.request_id
    return response
# endregion


# region process-time
@app.middleware("http")
async def process_time(request: Request, call_next):
    start = time.perf_counter()
    response = await call_next(request)
    seconds = time.perf_counter() - start
    response.headers["X-Process-Time"] = str(seconds)
    return response
# endregion


# region cors
app.add_middleware(
    CORSMiddleware,
    allow_origins=["http://localhost:3000"],
    allow_credentials=True,
    allow_methods=["GET", "POST"],
    allow_headers=["X-Request-ID", "Content-Type"],
    expose_headers=["X-Request-ID", "X-Process-Time"],
    max_age=600,
)
# endregion


# region errors
class UnicornException(Exception):
    def __init__(self, name: str):
        self.name = name


@app.exception_handler(UnicornException)
async def unicorn_handler(request: Request, exc: UnicornException):
    return JSONResponse(
        status_code=418,
        content={"message": f"Oops! {exc.name} did something."},
    )


@app.get(
    "/items/{item_id}",
    responses={
        404: {"description": "Item not found"},
        418: {"description": "A unicorn did it"},
    },
)
async def read_item(item_id: int):
    if item_id == 404:
        raise HTTPException(404, "Item not found", headers={"X-Error": "There goes my error"})
    if item_id == 418:
        raise UnicornException("yolo")
    return {"item_id": item_id}
# endregion


# region crash
@app.get("/boom")
async def boom():
    raise RuntimeError("boom")
# endregion


# region root
@app.get("/")
async def root():
    return {"message": "Hello World"}
# endregion


# region read-id
@app.get("/id")
async def read_id(request: Request):
    return {"request_id": request.state.request_id}
# endregion


# region letters
@app.get("/letters/{count}")
async def read_letters(count: Annotated[int, Path(ge=0, le=10_000)]):
    return {"letters": "a" * count}
# endregion


# region session
class Login(BaseModel):
    name: Annotated[str, Field(min_length=1, max_length=40)]


@app.post("/login")
async def login(data: Login, request: Request):
    request.session["name"] = data.name
    return {"name": data.name}


@app.get("/me")
async def read_me(request: Request):
    return {"name": request.session.get("name")}


@app.post("/logout", status_code=204)
async def logout(request: Request):
    request.session.clear()
# endregion


# region order
order = FastAPI(title="Order")


# region note
# Not call_next but plain ASGI: it passes on what the app sends, piece by piece.
class Note:
    def __init__(self, app, name: str):
        self.app = app
        self.name = name

    async def __call__(self, scope, receive, send):
        scope["way_in"] = [*scope.get("way_in", []), self.name]

        async def send_noted(message):
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("X-Way-Out", self.name)
            await send(message)

        await self.app(scope, receive, send_noted)
# endregion


# region add
order.add_middleware(Note, name="inner")
order.add_middleware(Note, name="outer")
# endregion


@order.get("/")
async def read_order(request: Request):
    return {"way_in": request.scope["way_in"]}


app.mount("/order", order)
# endregion
