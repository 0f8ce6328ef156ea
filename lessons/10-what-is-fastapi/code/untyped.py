# region code
from fastapi import FastAPI

app = FastAPI()
titles = {1: "Hamlet", 2: "The Tempest"}


@app.get("/shows")
async def list_shows(limit: int = 10):
    return list(titles.values())[:limit]


@app.get("/shows/{show_id}")
# region bug
async def read_show(show_id):
# endregion bug
    return {"id": show_id, "title": titles.get(show_id)}
# endregion code


from fastapi.testclient import TestClient

reply = TestClient(app).get("/shows/1")
assert reply.status_code == 200
assert reply.json() == {"id": "1", "title": None}

app = FastAPI()


# region fix
@app.get("/shows/{show_id}")
async def read_show(show_id: int):
    return {"id": show_id, "title": titles.get(show_id)}
# endregion fix


client = TestClient(app)
assert client.get("/shows/1").json() == {"id": 1, "title": "Hamlet"}
assert client.get("/shows/one").status_code == 422
