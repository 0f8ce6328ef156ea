from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, OAuth2PasswordBearer
from fastapi.testclient import TestClient

app = FastAPI()
user_of = {"secret": "ada"}

# region user
Bearer = Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]


async def find_user(bearer: Bearer) -> str:
    if bearer.credentials not in user_of:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
    return user_of[bearer.credentials]


@app.get("/me")
async def read_me(user: Annotated[str, Depends(find_user)]):
    return {"user": user}
# endregion


def ask(**headers: str):
    return TestClient(app).get("/me", headers=headers)


assert ask(authorization="Bearer secret").json() == {"user": "ada"}
assert ask(authorization="bearer secret").status_code == 200
for wrong in ({}, *({"authorization": a} for a in ("secret", "Basic secret", "Bearer guess"))):
    reply = ask(**wrong)
    assert reply.status_code == 401, wrong
    assert reply.headers["www-authenticate"] == "Bearer"

# region override
app.dependency_overrides[find_user] = lambda: "test user"
reply = TestClient(app).get("/me")  # no header is needed now
app.dependency_overrides.clear()
# endregion

assert reply.json() == {"user": "test user"}
assert ask().status_code == 401

# A scheme reads credentials. It judges none, and with auto_error=False it does not even insist.
schemes = FastAPI()


@schemes.get("/oauth")
async def use_oauth(token: Annotated[str, Depends(OAuth2PasswordBearer(tokenUrl="token"))]):
    return token


@schemes.get("/maybe")
async def use_maybe(bearer: Annotated[object, Depends(HTTPBearer(auto_error=False))]):
    return bearer


client = TestClient(schemes)
reply = client.get("/oauth")
assert (reply.status_code, reply.headers["www-authenticate"]) == (401, "Bearer")
assert client.get("/oauth", headers={"authorization": "Bearer anything"}).json() == "anything"
assert client.get("/maybe").json() is None
