# region code
from fastapi import FastAPI

app = FastAPI()
titles = {1: "Hamlet", 2: "The Tempest"}


@app.get("/shows/{show_id}")
def read_show(show_id: int):
    title = titles.get(show_id)
    if title is None:
        # region bug
        return {"detail": "No such show"}, 404
        # endregion bug
    return {"id": show_id, "title": title}
# endregion code


from fastapi.testclient import TestClient

client = TestClient(app)
assert client.get("/shows/1").json() == {"id": 1, "title": "Hamlet"}
wrong = client.get("/shows/99")
assert wrong.status_code == 200
assert wrong.json() == [{"detail": "No such show"}, 404]

app = FastAPI()


# region fix
from fastapi import HTTPException


@app.get("/shows/{show_id}")
def read_show(show_id: int):
    title = titles.get(show_id)
    if title is None:
        raise HTTPException(404, "No such show")
    return {"id": show_id, "title": title}
# endregion fix


client = TestClient(app)
right = client.get("/shows/99")
assert right.status_code == 404
assert right.json() == {"detail": "No such show"}
