# region imports
import asyncio
import hashlib
import time
from typing import Annotated

from fastapi import FastAPI, Path
# endregion

# region app
app = FastAPI(title="Async", version="1.0.0")

Milliseconds = Annotated[int, Path(ge=0, le=5000, examples=[1, 5])]
# endregion


# region health
@app.get("/health")
async def health():
    return {"status": "ok"}
# endregion


# region wait
@app.get("/wait/{ms}")
async def wait(ms: Milliseconds):
    await asyncio.sleep(ms / 1000)
    return {"waited_ms": ms}
# endregion


# region block
@app.get("/block/{ms}")
async def block(ms: Milliseconds):
    time.sleep(ms / 1000)  # the mistake: meanwhile nobody else is served
    return {"blocked_ms": ms}
# endregion


# region thread
@app.get("/thread/{ms}")
def thread(ms: Milliseconds):  # def: FastAPI calls it in a thread of its pool
    time.sleep(ms / 1000)
    return {"blocked_ms": ms}
# endregion


# region hash
Rounds = Annotated[int, Path(ge=1, le=3_000_000, examples=[1, 100])]


def hash_password(rounds: int) -> str:
    return hashlib.pbkdf2_hmac("sha256", b"secret", b"salt", rounds).hex()


@app.get("/hash/{rounds}")
async def hash_on_the_loop(rounds: Rounds):
    return {"rounds": rounds, "hash": hash_password(rounds)}


@app.get("/hash-in-thread/{rounds}")
def hash_in_thread(rounds: Rounds):
    return {"rounds": rounds, "hash": hash_password(rounds)}
# endregion


# region together
async def call_service(ms: int) -> int:
    await asyncio.sleep(ms / 1000)
    return ms


@app.get("/one-by-one/{ms}")
async def one_by_one(ms: Milliseconds):
    return {"waited_ms": [await call_service(ms) for _ in range(5)]}


# region gather
@app.get("/together/{ms}")
async def together(ms: Milliseconds):
    return {"waited_ms": await asyncio.gather(*(call_service(ms) for _ in range(5)))}
# endregion
# endregion
