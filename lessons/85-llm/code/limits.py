"""A budget of tokens for each key, in the memory of one process."""

import math
import time

from fastapi import FastAPI, Header, HTTPException
from fastapi.testclient import TestClient
from typing import Annotated

# region charge
TOKENS_A_MINUTE = 1000
spent: dict[str, tuple[float, int]] = {}


def charge(key: str, tokens: int) -> None:
    now = time.monotonic()
    began, used = spent.get(key, (now, 0))
    if now - began >= 60:
        began, used = now, 0
    if used + tokens > TOKENS_A_MINUTE:
        seconds = math.ceil(began + 60 - now)
        raise HTTPException(429, "Token limit", {"Retry-After": str(seconds)})
    spent[key] = began, used + tokens
# endregion


app = FastAPI()


@app.post("/chat")
async def chat(max_tokens: int, x_api_key: Annotated[str, Header()]):
    charge(x_api_key, max_tokens)
    return {"max_tokens": max_tokens}


client = TestClient(app)


def ask(max_tokens: int, key: str):
    return client.post(f"/chat?max_tokens={max_tokens}", headers={"x-api-key": key})


assert ask(600, "ada").status_code == 200
refused = ask(600, "ada")
assert refused.status_code == 429
assert refused.json() == {"detail": "Token limit"}
assert 1 <= int(refused.headers["retry-after"]) <= 60
# What fits still passes, and another key has a budget of its own.
assert ask(400, "ada").status_code == 200
assert ask(1, "ada").status_code == 429
assert ask(1000, "grace").status_code == 200
# A minute later the budget is whole again.
spent["ada"] = (spent["ada"][0] - 61, 1000)
assert ask(1000, "ada").status_code == 200
