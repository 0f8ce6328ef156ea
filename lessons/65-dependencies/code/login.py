"""A login by name and password: a form in, a signed token out, which the other routes verify."""

import hashlib
import hmac
import os
import time
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from fastapi.testclient import TestClient

key = "a secret of at least thirty-two bytes"


def hash_slowly(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)


def new_user(role: str, password: str) -> dict:
    salt = os.urandom(16)
    return {"role": role, "salt": salt, "hash": hash_slowly(password, salt)}


def fits(password: str, user: dict) -> bool:
    return hmac.compare_digest(user["hash"], hash_slowly(password, user["salt"]))


users = {"ada": new_user("reader", "lovelace"), "eve": new_user("admin", "moneypenny")}
app = FastAPI()

# region login
Form = Annotated[OAuth2PasswordRequestForm, Depends()]


@app.post("/token")
def log_in(form: Form):
    user = users.get(form.username)
    if user is None or not fits(form.password, user):
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
    claims = {"sub": form.username, "exp": int(time.time()) + 900}
    return {"access_token": jwt.encode(claims, key, algorithm="HS256"), "token_type": "bearer"}
# endregion


def get_current_user(
    token: Annotated[str, Depends(OAuth2PasswordBearer(tokenUrl="token"))],
) -> dict:
    try:
        claims = jwt.decode(token, key, algorithms=["HS256"])
        return users[claims["sub"]]
    except (jwt.InvalidTokenError, KeyError):
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"}) from None


def require_admin(user: Annotated[dict, Depends(get_current_user)]) -> None:
    if user["role"] != "admin":
        raise HTTPException(403)


@app.get("/me")
def read_me(user: Annotated[dict, Depends(get_current_user)]):
    return {"role": user["role"]}


@app.get("/admin", dependencies=[Depends(require_admin)])
def administer():
    return "welcome"


client = TestClient(app)


def ask(path: str, token: str | None):
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    return client.get(path, headers=headers)


# Username and password are form fields; JSON is refused.
ada = {"username": "ada", "password": "lovelace"}
reply = client.post("/token", data=ada)
assert reply.status_code == 200
assert reply.json()["token_type"] == "bearer"
assert client.post("/token", json=ada).status_code == 422
assert client.post("/token", data={**ada, "password": "guess"}).status_code == 401
assert client.post("/token", data={**ada, "username": "nobody"}).status_code == 401

reader = reply.json()["access_token"]
eve = client.post("/token", data={"username": "eve", "password": "moneypenny"})
admin = eve.json()["access_token"]
assert ask("/me", reader).json() == {"role": "reader"}

# Who are you: 401. You may not: 403.
for path in ("/me", "/admin"):
    for wrong in (None, "nonsense", reader[:-4] + "AAAA"):
        reply = ask(path, wrong)
        assert (reply.status_code, reply.headers["www-authenticate"]) == (401, "Bearer")
assert ask("/admin", reader).status_code == 403
assert ask("/admin", admin).json() == "welcome"

# The docs get their login: the scheme names the token route.
schemes = app.openapi()["components"]["securitySchemes"]
assert schemes["OAuth2PasswordBearer"]["flows"]["password"]["tokenUrl"] == "token"

# A user who is gone stays out, since the user is loaded for each request. The token itself is still valid.
del users["eve"]
assert ask("/me", admin).status_code == 401
assert jwt.decode(admin, key, algorithms=["HS256"])["sub"] == "eve"
