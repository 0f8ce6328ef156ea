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


async def ask_meanwhile(app: FastAPI) -> list[str]:
    """The order in which the replies come, when /health is asked again and again while a report is made."""
    answered = []

    async def ask(client, path):
        reply = await client.get(path)
        assert reply.status_code == 200
        answered.append(path)

    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        report = asyncio.create_task(ask(client, "/report"))
        await asyncio.sleep(0.03)
        await ask(client, "/health")
        await report
    return answered


# The health check is sent long before the report is done, and answered after it.
assert asyncio.run(ask_meanwhile(app)) == ["/report", "/health"]

app = FastAPI()
app.get("/health")(health)

# region fix
from fastapi.concurrency import run_in_threadpool


@app.get("/report")
async def report():
    rows = await load_rows()
    return {"rows": rows, "seal": await run_in_threadpool(sign, rows)}
# endregion fix

assert asyncio.run(ask_meanwhile(app)) == ["/health", "/report"]
