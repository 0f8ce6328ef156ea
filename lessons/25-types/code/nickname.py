# region code
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Profile(BaseModel):
    name: str
    # region bug
    nickname: str | None
    # endregion bug
    newsletter: bool = False


@app.post("/profiles")
async def create_profile(profile: Profile) -> Profile:
    return profile
# endregion code


from fastapi.testclient import TestClient

client = TestClient(app)
refused = client.post("/profiles", json={"name": "Ada"})
assert refused.status_code == 422
assert [(e["type"], e["loc"]) for e in refused.json()["detail"]] == [("missing", ["body", "nickname"])]
assert client.post("/profiles", json={"name": "Ada", "nickname": None}).status_code == 200

app = FastAPI()


# region fix
class Profile(BaseModel):
    name: str
    nickname: str | None = None
    newsletter: bool = False


@app.post("/profiles")
async def create_profile(profile: Profile) -> Profile:
    return profile
# endregion fix


reply = TestClient(app).post("/profiles", json={"name": "Ada"})
assert reply.status_code == 200
assert reply.json() == {"name": "Ada", "nickname": None, "newsletter": False}
