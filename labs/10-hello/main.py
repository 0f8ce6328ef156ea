# region imports
from enum import Enum
from typing import Annotated

from fastapi import FastAPI, HTTPException, Path, Query
# endregion

# region app
app = FastAPI(title="Hello", version="1.0.0")
# endregion


# region root
@app.get("/")
async def root():
    return {"message": "Hello World"}
# endregion


# region item
@app.get("/items/{item_id}", tags=["items"], responses={404: {"description": "Item not found"}})
async def read_item(
    item_id: int,
    q: str | None = None,
    skip: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
):
    if item_id == 404:
        raise HTTPException(404, "Item not found", headers={"X-Error": "There goes my error"})
    return {"item_id": item_id, "q": q, "skip": skip, "limit": limit}
# endregion


# region delete
@app.delete("/items/{item_id}", status_code=204)
async def delete_item(item_id: int):
    return None
# endregion


# region choice
class Color(str, Enum):
    red = "red"
    green = "green"
    blue = "blue"


@app.get("/models/{color}")
async def by_color(color: Color):
    return {"color": color}
# endregion


# region bounds
@app.get("/range/{n}")
async def rng(n: Annotated[int, Path(ge=0, le=1000)]):
    return {"n": n}
# endregion


# region rest-of-path
@app.get("/files/{file_path:path}")
async def fpath(file_path: str):
    return {"file_path": file_path}
# endregion


# region list
@app.get("/tags")
async def tags(q: Annotated[list[str], Query()] = []):
    return {"q": q}
# endregion


# region required
@app.get("/required")
async def required(needy: str, flag: bool = False, f: float = 0.5):
    return {"needy": needy, "flag": flag, "f": f}
# endregion


# region pattern
@app.get("/regex")
async def regex(q: Annotated[str, Query(min_length=3, max_length=8, pattern="^fixed")]):
    return {"q": q}
# endregion


# region alias
@app.get("/alias")
async def alias(item_query: Annotated[str, Query(alias="item-query")]):
    return {"item_query": item_query}
# endregion


# region slash
@app.get("/slash/")
async def slash():
    return {"slash": True}
# endregion
