import asyncio

from fastapi import FastAPI
from fastapi.testclient import TestClient


# region asgi
async def asgi_app(scope, receive, send):
    assert scope["type"] == "http"
    await send({
        "type": "http.response.start",
        "status": 200,
        "headers": [(b"content-type", b"text/plain")],
    })
    await send({"type": "http.response.body", "body": b"Hello"})
# endregion


# An ASGI app sends messages. That is all a server needs, or a test client.
reply = TestClient(asgi_app).get("/anything")
assert (reply.status_code, reply.text) == (200, "Hello")

# A FastAPI app is such a callable.
sent = []


async def call(app, scope):
    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    await app(scope, receive, send)


app = FastAPI()
scope = {
    "type": "http",
    "method": "GET",
    "path": "/missing",
    "query_string": b"",
    "headers": [],
    "root_path": "",
}
asyncio.run(call(app, scope))
assert sent[0]["type"] == "http.response.start"
assert sent[0]["status"] == 404
assert sent[1]["body"] == b'{"detail":"Not Found"}'
