# region code
from fastapi import FastAPI
from pydantic import BaseModel


class Profile(BaseModel):
    name: str = ""
    city: str | None = None


app = FastAPI()
profiles = {1: Profile(name="Ada", city="London")}


@app.patch("/profiles/{profile_id}")
async def change(profile_id: int, patch: Profile) -> Profile:
    stored = profiles[profile_id]
    # region bug
    changes = patch.model_dump()
    # endregion bug
    profiles[profile_id] = stored.model_copy(update=changes)
    return profiles[profile_id]
# endregion code


from fastapi.testclient import TestClient

assert TestClient(app).patch("/profiles/1", json={"name": "Ada L."}).json() == {
    "name": "Ada L.",
    "city": None,
}

app = FastAPI()
profiles = {1: Profile(name="Ada", city="London")}


@app.patch("/profiles/{profile_id}")
async def change(profile_id: int, patch: Profile) -> Profile:
    stored = profiles[profile_id]
    # region fix
    changes = patch.model_dump(exclude_unset=True)
    # endregion fix
    profiles[profile_id] = stored.model_copy(update=changes)
    return profiles[profile_id]


client = TestClient(app)
assert client.patch("/profiles/1", json={"name": "Ada L."}).json() == {"name": "Ada L.", "city": "London"}
assert client.patch("/profiles/1", json={"city": None}).json() == {"name": "Ada L.", "city": None}
