import asyncio

# region code
async def app(scope, receive, send):
    assert scope["type"] == "http"
    # region bug
    message = await receive()
    size = len(message["body"])
    # endregion bug
    await reply(send, f"{size} bytes")


async def reply(send, text):
    await send({
        "type": "http.response.start",
        "status": 200,
        "headers": [(b"content-type", b"text/plain")],
    })
    await send({
        "type": "http.response.body",
        "body": text.encode(),
    })
# endregion code


def answer_to(app, pieces: list[bytes]) -> bytes:
    """The reply to a body that arrives in these pieces, as a server hands it over."""
    sent = []
    waiting = list(pieces)

    async def receive():
        piece = waiting.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(waiting)}

    async def send(message):
        sent.append(message)

    asyncio.run(app({"type": "http", "method": "POST", "path": "/"}, receive, send))
    return sent[-1]["body"]


# Short bodies come in one piece, long ones do not.
assert answer_to(app, [b"abc"]) == b"3 bytes"
assert answer_to(app, [b"a" * 65536, b"b" * 65536, b"c"]) == b"65536 bytes"


# region fix
async def app(scope, receive, send):
    assert scope["type"] == "http"
    size, more = 0, True
    while more:
        message = await receive()
        size += len(message.get("body", b""))
        more = message.get("more_body", False)
    await reply(send, f"{size} bytes")
# endregion fix


assert answer_to(app, [b"abc"]) == b"3 bytes"
assert answer_to(app, [b"a" * 65536, b"b" * 65536, b"c"]) == b"131073 bytes"
