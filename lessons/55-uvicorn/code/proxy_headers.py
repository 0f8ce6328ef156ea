"""Whom Uvicorn takes for the client, behind a proxy that appends to X-Forwarded-For as most do."""

import asyncio

from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware


def client_seen(trusted: str, peer: str, forwarded: str) -> str:
    seen = {}

    async def app(scope, receive, send):
        seen["client"] = scope["client"][0]

    scope = {
        "type": "http",
        "scheme": "http",
        "client": (peer, 4711),
        "headers": [(b"x-forwarded-for", forwarded.encode())],
    }
    asyncio.run(ProxyHeadersMiddleware(app, trusted_hosts=trusted)(scope, None, None))
    return seen["client"]


default = "127.0.0.1,::1"

# A proxy on another machine is not believed until it is named.
assert client_seen(default, "10.0.0.5", "203.0.113.7") == "10.0.0.5"
assert client_seen("10.0.0.0/8", "10.0.0.5", "203.0.113.7") == "203.0.113.7"
assert client_seen(default, "127.0.0.1", "203.0.113.7") == "203.0.113.7"

# The client sent "1.2.3.4", and the proxy appended where that came from.
forged = "1.2.3.4, 203.0.113.7"
assert client_seen("10.0.0.0/8", "10.0.0.5", forged) == "203.0.113.7"
assert client_seen("*", "10.0.0.5", forged) == "1.2.3.4"
