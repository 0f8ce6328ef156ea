"""A client that hangs up: the generator of a StreamingResponse is cancelled, and its finally runs."""

import asyncio
import json

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
found: list[str] = []
closed: list[str] = []


async def tokens():
    for number in range(1000):
        await asyncio.sleep(0.001)
        found.append(f"t{number}")
        yield f" t{number}"


# region events
async def events():
    try:
        async for token in tokens():
            chunk = {"choices": [{"index": 0, "delta": {"content": token}}]}
            yield f"data: {json.dumps(chunk)}\n\n"
        yield "data: [DONE]\n\n"
    finally:
        closed.append("the call to the model")


@app.post("/chat")
async def chat():
    return StreamingResponse(events(), media_type="text/event-stream")
# endregion


async def hang_up_after(count: int):
    sent = []
    gone = asyncio.Event()
    calls = 0

    async def receive():
        nonlocal calls
        calls += 1
        if calls == 1:
            return {"type": "http.request", "body": b"", "more_body": False}
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)
        if len(sent) > count:
            gone.set()

    # What Uvicorn 0.54 says of itself.
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "method": "POST",
        "path": "/chat",
        "raw_path": b"/chat",
        "query_string": b"",
        "headers": [],
        "scheme": "http",
        "http_version": "1.1",
        "root_path": "",
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 2),
    }
    await app(scope, receive, send)
    return sent


messages = asyncio.run(hang_up_after(5))
assert messages[0]["status"] == 200
assert dict(messages[0]["headers"])[b"content-type"] == b"text/event-stream; charset=utf-8"
assert len(found) < 50
assert closed == ["the call to the model"]
