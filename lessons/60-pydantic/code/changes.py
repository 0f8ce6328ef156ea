from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel


class Item(BaseModel):
    name: str
    price: float
    description: str | None = None


app = FastAPI()
items = {"lamp": Item(name="Lamp", price=9.5, description="Oak")}


# region patch
class ItemPatch(BaseModel):
    name: str = ""
    price: float = 0
    description: str | None = None

@app.patch("/items/{item_id}")
async def patch_item(item_id: str, patch: ItemPatch) -> Item:
    changes = patch.model_dump(exclude_unset=True)
    items[item_id] = items[item_id].model_copy(update=changes)
    return items[item_id]
# endregion


client = TestClient(app)


def send(changes: dict):
    return client.patch("/items/lamp", json=changes)


assert send({"price": 8}).json() == {"name": "Lamp", "price": 8.0, "description": "Oak"}
assert send({}).json() == {"name": "Lamp", "price": 8.0, "description": "Oak"}
assert send({"description": None}).json() == {"name": "Lamp", "price": 8.0, "description": None}
assert send({"name": None}).json()["detail"][0]["type"] == "string_type"

# What was sent, and what a default filled in.
assert ItemPatch().model_fields_set == set()
assert ItemPatch(description=None).model_fields_set == {"description"}
assert ItemPatch(description=None).model_dump(exclude_unset=True) == {"description": None}

# model_copy and assignment check nothing, unless validate_assignment asks for it.
item = items["lamp"].model_copy(update={"price": "much"})
assert item.price == "much"
item.price = "more"
assert item.price == "more"


# A model inside becomes a dict on the way: merge and validate instead.
class Image(BaseModel):
    url: str
    width: int = 1


class Picture(BaseModel):
    name: str
    image: Image


picture = Picture(name="Lamp", image=Image(url="lamp.png", width=5))
changes = Picture(name="Lamp", image=Image(url="oak.png")).model_dump(exclude_unset=True)
assert picture.model_copy(update=changes).image == {"url": "oak.png"}
merged = Picture.model_validate(picture.model_dump() | changes)
assert merged.image == Image(url="oak.png", width=1)
