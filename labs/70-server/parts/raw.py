# An ASGI app by itself: `uvicorn parts.raw:raw` serves it without FastAPI.
import asyncio
import json

from starlette.types import Message, Receive, Scope, Send


# region raw
async def raw(scope: Scope, receive: Receive, send: Send) -> None:
    assert scope["type"] == "http"
    path = scope["path"].removeprefix(scope["root_path"])
    if path == "/length":
        await reply(send, 200, {"bytes": await count_bytes(receive)})
    elif path == "/stream":
        await stream(send)
    else:
        await reply(send, 200, describe(scope))
# endregion


# region scope
def describe(scope: Scope) -> dict:
    return {
        "method": scope["method"],
        "scheme": scope["scheme"],
        "root_path": scope["root_path"],
        "path": scope["path"],
        "query_string": scope["query_string"].decode(),
        "headers": {
            name.decode(): value.decode("latin-1")
            for name, value in sorted(scope["headers"])
            if name.startswith(b"x-")
        },
    }
# endregion


# region receive
async def count_bytes(receive: Receive) -> int:
    total, more = 0, True
    while more:
        message: Message = await receive()
        total += len(message.get("body", b""))
        more = message.get("more_body", False)
    return total
# endregion


# region send
async def reply(send: Send, status: int, value: dict) -> None:
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
# endregion


# region stream
async def stream(send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    for number in range(5):
        body = f"chunk {number}\n".encode()
        await send({"type": "http.response.body", "body": body, "more_body": True})
        await asyncio.sleep(0.05)
    await send({"type": "http.response.body", "body": b"", "more_body": False})
# endregion
