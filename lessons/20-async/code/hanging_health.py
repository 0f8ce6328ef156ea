import httpx2

# region code
import asyncio
import hashlib
from fastapi import FastAPI

app = FastAPI()


async def load_rows():
    await asyncio.sleep(0.01)
    return ["a", "b"]


def sign(rows):
    text = ",".join(rows).encode()
    return hashlib.pbkdf2_hmac("sha256", text, b"key", 600_000).hex()


@app.get("/report")
async def report():
    rows = await load_rows()
    # region bug
    return {"rows": rows, "seal": sign(rows)}
    # endregion bug


@app.get("/health")
async def health():
    return {"status": "ok"}
# endregion code


compute = hashlib.pbkdf2_hmac
is_signing = False


def compute_watched(*args):
    global is_signing
    is_signing = True
    try:
        return compute(*args)
    finally:
        is_signing = False


hashlib.pbkdf2_hmac = compute_watched


async def answers_meanwhile(app: FastAPI) -> bool:
    """Whether /health, asked again and again while a report is made, answers while it is signed."""
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        report = asyncio.create_task(client.get("/report"))
        answered = False
        while not report.done():
            reply = await client.get("/health")
            assert reply.status_code == 200
            answered = answered or is_signing
            await asyncio.sleep(0.001)
        reply = await report
        assert reply.status_code == 200
    return answered


assert not asyncio.run(answers_meanwhile(app))

app = FastAPI()
app.get("/health")(health)

# region fix
from fastapi.concurrency import run_in_threadpool


@app.get("/report")
async def report():
    rows = await load_rows()
    return {"rows": rows, "seal": await run_in_threadpool(sign, rows)}
# endregion fix

assert asyncio.run(answers_meanwhile(app))
