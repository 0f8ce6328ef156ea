# region code
from fastapi import FastAPI, HTTPException

app = FastAPI()
items = {5: "lamp", 6: "table"}


@app.get("/items")
async def list_items(limit: int = 10):
    return list(items.values())[:limit]


# region bug
@app.get("/items/{item_id}")
async def read_item(id: int):
    # endregion bug
    if id not in items:
        raise HTTPException(404, "Item not found")
    return {"id": id, "name": items[id]}
# endregion code


from fastapi.testclient import TestClient

reply = TestClient(app).get("/items/5")
assert reply.status_code == 422
assert reply.json()["detail"][0]["type"] == "missing"
assert reply.json()["detail"][0]["loc"] == ["query", "id"]
assert TestClient(app).get("/items/5?id=6").json() == {"id": 6, "name": "table"}

app = FastAPI()


# region fix
@app.get("/items/{item_id}")
async def read_item(item_id: int):
    if item_id not in items:
        raise HTTPException(404, "Item not found")
    return {"id": item_id, "name": items[item_id]}
# endregion fix


assert TestClient(app).get("/items/5").json() == {"id": 5, "name": "lamp"}
assert TestClient(app).get("/items/7").status_code == 404
