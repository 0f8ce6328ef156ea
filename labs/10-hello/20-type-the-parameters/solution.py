from typing import Annotated

from fastapi import FastAPI, Query

app = FastAPI()


# region handler
@app.get("/items/{item_id}")
async def read_item(
    item_id: int,
    q: str | None = None,
    skip: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
):
    return {"item_id": item_id, "q": q, "skip": skip, "limit": limit}
# endregion
