"""What the lesson says of middleware, exception handlers and what FastAPI takes from Starlette."""

from contextvars import ContextVar

import starlette.requests
import starlette.responses
import starlette.routing
import starlette.testclient
from fastapi import APIRouter, FastAPI, HTTPException, Request, WebSocket
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from starlette.applications import Starlette

# What FastAPI hands on unchanged, and what it extends.
assert issubclass(FastAPI, Starlette)
assert issubclass(APIRouter, starlette.routing.Router)
assert Request is starlette.requests.Request
assert JSONResponse is starlette.responses.JSONResponse
assert TestClient is starlette.testclient.TestClient

user = ContextVar("user", default="nobody")
seen = []


# region pure-asgi
class CountMessages:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)

        async def send_seen(message):
            seen.append(message["type"])
            await send(message)

        await self.app(scope, receive, send_seen)
# endregion


app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["*"])


@app.exception_handler(Exception)
async def crashed(request: Request, error: Exception):
    return JSONResponse({"detail": "Sorry"}, status_code=500)


@app.get("/boom")
async def boom():
    raise RuntimeError("boom")


@app.get("/refused")
async def refused():
    raise HTTPException(403, "No")


client = TestClient(app, raise_server_exceptions=False)
from_page = {"Origin": "https://shop.example"}

# A handler for HTTPException sits inside of the middleware, one for Exception outside.
reply = client.get("/refused", headers=from_page)
assert reply.status_code == 403
assert reply.headers["access-control-allow-origin"] == "*"
reply = client.get("/boom", headers=from_page)
assert reply.status_code == 500
assert reply.json() == {"detail": "Sorry"}
assert "access-control-allow-origin" not in reply.headers

# CORS around the whole app lies outside of ServerErrorMiddleware too.
wrapped = TestClient(CORSMiddleware(app, allow_origins=["*"]), raise_server_exceptions=False)
reply = wrapped.get("/boom", headers=from_page)
assert reply.status_code == 500
assert reply.headers["access-control-allow-origin"] == "*"

app = FastAPI()


@app.middleware("http")
async def look(request: Request, call_next):
    response = await call_next(request)
    seen.append(user.get())
    return response


@app.get("/")
async def root():
    user.set("ada")
    return {}


@app.websocket("/ws")
async def socket(websocket: WebSocket):
    await websocket.accept()
    await websocket.close()


# The route ran in a task of its own: what it put into a ContextVar is not seen outside.
assert TestClient(app).get("/").json() == {}
assert seen == ["nobody"]



class LookPlainly:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        await self.app(scope, receive, send)
        seen.append(user.get())


# In plain ASGI there is no other task between, so there it is.
plain = FastAPI()
plain.add_middleware(LookPlainly)
plain.get("/")(root)
seen.clear()
TestClient(plain).get("/")
assert seen == ["ada"]

# A function with call_next never sees a WebSocket; plain ASGI sees each message of it.
seen.clear()
with TestClient(app).websocket_connect("/ws"):
    pass
assert seen == []
with TestClient(CountMessages(app)).websocket_connect("/ws"):
    pass
assert seen == ["websocket.accept", "websocket.close"]



def messages_of(app: FastAPI, path: str) -> list[str]:
    seen.clear()
    assert TestClient(CountMessages(app)).get(path).status_code == 404
    return [one for one in seen if one.startswith("http")]


# A plain reply is two messages. Behind call_next it has become a stream, with an empty message at its end.
start, body = "http.response.start", "http.response.body"
assert messages_of(FastAPI(), "/missing") == [start, body]
assert messages_of(app, "/missing") == [start, body, body]
