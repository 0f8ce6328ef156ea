from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()


# region models
class Item(BaseModel):
    name: str
    price: float
    description: str | None = None
    tags: list[str] = []


# The defaults say that a key may be left out. exclude_unset keeps them out of the changes.
class ItemPatch(Item):
    name: str = ""
    price: float = 0
# endregion


items: dict[str, Item] = {}


@app.put("/items/{item_id}")
async def put_item(item_id: str, item: Item):
    items[item_id] = item
    return item


@app.get("/items/{item_id}")
async def read_item(item_id: str):
    if item_id not in items:
        raise HTTPException(status_code=404, detail="Item not found")
    return items[item_id]


# region patch
@app.patch("/items/{item_id}")
async def patch_item(item_id: str, patch: ItemPatch):
    if item_id not in items:
        raise HTTPException(status_code=404, detail="Item not found")
    changes = patch.model_dump(exclude_unset=True)
    items[item_id] = items[item_id].model_copy(update=changes)
    return items[item_id]
# endregion
