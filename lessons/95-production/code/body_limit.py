"""How large may a body be? As large as it likes, unless somebody says so."""

from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


@app.post("/rows")
def count(rows: list[int]):
    return len(rows)


def send(text: str):
    return TestClient(app, raise_server_exceptions=False).post(
        "/rows", content=text, headers={"content-type": "application/json"}
    )


FIVE_MEGABYTES = "[" + ",".join(["1"] * 2_500_000) + "]"
assert send(FIVE_MEGABYTES).json() == 2_500_000

app.middleware_stack = None
# region limit
from starlette.middleware.body_limit import RequestBodyLimitMiddleware

app.add_middleware(RequestBodyLimitMiddleware, max_body_size=1_000_000)
# endregion

refused = send(FIVE_MEGABYTES)
assert (refused.status_code, refused.text) == (413, "Content Too Large")
assert send("[1, 2]").json() == 2

# Starlette's own argument does not reach FastAPI's stack.
app = FastAPI(max_body_size=10)


@app.post("/rows")
def count_again(rows: list[int]):
    return len(rows)


assert send("[1, 2, 3, 4, 5, 6, 7]").status_code == 200
