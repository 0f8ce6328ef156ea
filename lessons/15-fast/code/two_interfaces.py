import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

in_flight = 0
most_at_once = 0
threads_used = set()
counting = threading.Lock()
together = threading.Barrier(5, timeout=5)


def started():
    global in_flight, most_at_once
    with counting:
        in_flight += 1
        most_at_once = max(most_at_once, in_flight)
        threads_used.add(threading.get_ident())


def ended():
    global in_flight
    with counting:
        in_flight -= 1


def ask_database():
    started()
    together.wait()
    ended()
    return b"[1, 2, 3]"


async def ask_database_async():
    started()
    await asyncio.sleep(0.01)
    ended()
    return b"[1, 2, 3]"


json_type = ("Content-Type", "application/json")


# region wsgi
def wsgi_app(environ, start_response):
    rows = ask_database()  # this thread waits
    start_response("200 OK", [json_type])
    return [rows]
# endregion


# region asgi
async def asgi_app(scope, receive, send):
    rows = await ask_database_async()  # this thread serves others
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": rows})
# endregion


# Five requests at once under WSGI take five threads.
with ThreadPoolExecutor(max_workers=5) as pool:
    calls = [pool.submit(wsgi_app, {}, lambda status, headers: None) for _ in range(5)]
    assert [call.result() for call in calls] == [[b"[1, 2, 3]"]] * 5
assert most_at_once == 5
assert len(threads_used) == 5

# Under ASGI one thread holds all five.
most_at_once = 0
threads_used.clear()
sent = []


async def serve_five():
    async def send(message):
        sent.append(message["type"])

    await asyncio.gather(*(asgi_app({"type": "http"}, None, send) for _ in range(5)))


asyncio.run(serve_five())
assert most_at_once == 5
assert len(threads_used) == 1
assert sent.count("http.response.body") == 5

# A FastAPI application is called in that way too.
import inspect

from fastapi import FastAPI

assert list(inspect.signature(FastAPI.__call__).parameters) == ["self", "scope", "receive", "send"]
assert inspect.iscoroutinefunction(FastAPI.__call__)
