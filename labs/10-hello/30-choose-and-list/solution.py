from enum import Enum

from fastapi import FastAPI, Query

app = FastAPI()


# region color
class Color(str, Enum):
    red = "red"
    green = "green"
    blue = "blue"


@app.get("/models/{color}")
async def read_model(color: Color):
    return {"color": color}
# endregion


# region search
@app.get("/search")
async def search(
    item_query: str = Query(alias="item-query"),
    tags: list[str] = Query(default=[], alias="tag"),
    exact: bool = False,
):
    return {"item_query": item_query, "tags": tags, "exact": exact}
# endregion
