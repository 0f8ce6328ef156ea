from fastapi import FastAPI
from fastapi.testclient import TestClient

# region first-match
app = FastAPI()


@app.get("/users/{id}")
async def read_user(id: int):
    return {"id": id}


@app.get("/users/me")
async def read_me():
    return {"id": "me"}
# endregion


client = TestClient(app)

# The first path that matches gets the request, and a 422 of it is final.
reply = client.get("/users/me")
assert reply.status_code == 422
assert reply.json()["detail"][0]["loc"] == ["path", "id"]

# The path is there and the method is not.
reply = client.post("/users/7")
assert reply.status_code == 405
assert reply.headers["allow"] == "GET"


# A method that does not fit is no match: the next route is tried.
@app.post("/users/me")
async def rename_me():
    return {"renamed": True}


assert client.post("/users/me").json() == {"renamed": True}

# Declared the other way round, both work.
app = FastAPI()
app.get("/users/me")(read_me)
app.get("/users/{id}")(read_user)
client = TestClient(app)
assert client.get("/users/me").json() == {"id": "me"}
assert client.get("/users/7").json() == {"id": 7}
