import hashlib

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


# region hash
def hash_password(password: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", password.encode(), b"salt", 100_000).hex()
# endregion


# region routes
class Password(BaseModel):
    password: str


class Claim(Password):
    hash: str


@app.get("/health")
async def health():
    return {"status": "ok"}


@app.post("/hash")
def hash_(data: Password):  # def: in a thread
    return {"hash": hash_password(data.password)}


@app.post("/verify")
def verify(data: Claim):
    return {"matches": hash_password(data.password) == data.hash}
# endregion
