import json
from urllib.parse import parse_qs


# region routes
async def app(scope, receive, send):
    """An ASGI app without a framework; `uvicorn solution:app` serves it as any other."""
    assert scope["type"] == "http"
    methods = ROUTES.get(scope["path"])
    if methods is None:
        await reply(send, 404, {"detail": "Not Found"})
    elif scope["method"] not in methods:
        allow = (b"allow", ", ".join(methods).encode())
        await reply(send, 405, {"detail": "Method Not Allowed"}, allow)
    else:
        status, value = await methods[scope["method"]](scope, receive)
        await reply(send, status, value)
# endregion


# region handlers
async def greet(scope, receive):
    query = parse_qs(scope["query_string"].decode())
    name = query.get("name", ["World"])[-1]
    return 200, {"message": f"Hello, {name}"}


async def add(scope, receive):
    try:
        numbers = json.loads(await read_body(receive))["numbers"]
    except (ValueError, KeyError, TypeError):
        numbers = None
    # A bool is an int to Python, and no number here.
    if not isinstance(numbers, list) or any(type(n) not in (int, float) for n in numbers):
        return 422, {"detail": "numbers should be a list of numbers"}
    return 200, {"sum": sum(numbers)}
# endregion


# region messages
async def read_body(receive):
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


async def reply(send, status, value, *headers):
    content_type = (b"content-type", b"application/json")
    start = {"type": "http.response.start", "status": status, "headers": [content_type, *headers]}
    await send(start)
    # For HEAD Uvicorn leaves the body out.
    await send({"type": "http.response.body", "body": json.dumps(value).encode()})
# endregion


ROUTES = {"/hello": {"GET": greet, "HEAD": greet}, "/sum": {"POST": add}}
