from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


# region models
class Image(BaseModel):
    url: str = Field(min_length=3)
    width: int = Field(default=1, gt=0, le=4096)


class Item(BaseModel):
    name: str = Field(min_length=2, max_length=20)
    price: float = Field(gt=0)
    tags: list[str] = []
    image: Image | None = None
# endregion


# region handler
@app.post("/items", status_code=201)
async def create_item(item: Item):
    return item
# endregion
