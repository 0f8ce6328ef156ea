# region code
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer

app = FastAPI()
key = "a secret of at least thirty-two bytes"
Token = Annotated[str, Depends(OAuth2PasswordBearer("token"))]


async def find_user(token: Token) -> str:
    try:
        # region bug
        data = jwt.decode(token, key, options={"verify_signature": False})
        # endregion bug
    except jwt.InvalidTokenError:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
    return data["sub"]


@app.get("/me")
async def read_me(user: Annotated[str, Depends(find_user)]):
    return {"user": user}
# endregion code


import base64  # noqa: E402
import json  # noqa: E402
import time  # noqa: E402

from fastapi.testclient import TestClient  # noqa: E402


def ask(app: FastAPI, token: str):
    reply = TestClient(app).get("/me", headers={"Authorization": f"Bearer {token}"})
    return reply.status_code, reply.json()


def sign(claims: dict, key: str = key) -> str:
    return jwt.encode(claims, key, algorithm="HS256")


soon = int(time.time()) + 900
good = sign({"sub": "ada", "exp": soon})
forged = sign({"sub": "admin", "exp": soon}, "another key, which the attacker has made up")
unsigned = jwt.encode({"sub": "admin", "exp": soon}, None, algorithm="none")
expired = sign({"sub": "ada", "exp": soon - 3600})
endless = sign({"sub": "ada"})
let_in = (200, {"user": "admin"})
refused = (401, {"detail": "Unauthorized"})

# What is not verified lets all of them in. Only what is no JWT at all is refused.
assert ask(app, forged) == let_in
assert ask(app, unsigned) == let_in
assert ask(app, expired) == (200, {"user": "ada"})
assert ask(app, "nonsense") == refused

# Nobody needs the key to read a token.
payload = good.split(".")[1]
assert json.loads(base64.urlsafe_b64decode(payload + "==")) == {"sub": "ada", "exp": soon}

app = FastAPI()


# region fix
async def find_user(token: Token) -> str:
    try:
        data = jwt.decode(
            token, key, algorithms=["HS256"], options={"require": ["sub", "exp"]}
        )
    except jwt.InvalidTokenError:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
    return data["sub"]
# endregion fix


@app.get("/me")
async def read_me_again(user: Annotated[str, Depends(find_user)]):
    return {"user": user}


assert ask(app, good) == (200, {"user": "ada"})
for wrong in (forged, unsigned, expired, endless, "nonsense"):
    assert ask(app, wrong) == refused


def why_refused(token: str, **how) -> str:
    try:
        jwt.decode(token, key, **how)
    except jwt.InvalidTokenError as error:
        return type(error).__name__
    return "accepted"


# Each for its own reason.
hs256 = {"algorithms": ["HS256"]}
assert why_refused(forged, **hs256) == "InvalidSignatureError"
assert why_refused(unsigned, **hs256) == "InvalidAlgorithmError"
assert why_refused(expired, **hs256) == "ExpiredSignatureError"
assert why_refused(good, **hs256) == "accepted"
# A token that never expires is valid, unless `exp` is required.
assert why_refused(endless, **hs256) == "accepted"
require = {"require": ["exp"]}
assert why_refused(endless, **hs256, options=require) == "MissingRequiredClaimError"
# Without a list of algorithms PyJWT refuses every token, good ones too. It does not take the token's word.
assert why_refused(good) == "DecodeError"
# Issuer and audience are compared when they are asked for. A token that names an audience is refused where none is.
for claim, option in (("iss", "issuer"), ("aud", "audience")):
    named = sign({"sub": "ada", "exp": soon, claim: "shop"})
    assert why_refused(named, **hs256, **{option: "shop"}) == "accepted"
    assert why_refused(named, **hs256, **{option: "bank"}) != "accepted"
    assert why_refused(good, **hs256, **{option: "shop"}) == "MissingRequiredClaimError"
assert why_refused(sign({"sub": "ada", "iss": "shop"}), **hs256) == "accepted"
assert why_refused(sign({"sub": "ada", "aud": "shop"}), **hs256) == "InvalidAudienceError"
