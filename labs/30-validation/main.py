# region imports
from enum import Enum
from typing import Annotated, Any

from fastapi import Body, FastAPI
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
# endregion

# region app
app = FastAPI(title="Validation", version="1.0.0")
# endregion


# region models
class Color(str, Enum):
    red = "red"
    green = "green"
    blue = "blue"


# region image
class Image(BaseModel):
    url: str = Field(min_length=3)
    width: int = Field(default=1, gt=0, le=4096)
# endregion


class Item(BaseModel):
    name: str = Field(min_length=2, max_length=20)
    price: float = Field(gt=0)
    description: str | None = None
    color: Color = Color.red
    tags: list[str] = []
    image: Image | None = None
    in_stock: bool = True
    count: int = 0
# endregion


# region reply
# What a client gets to see: neither the stock nor what is added when the item is stored.
class ItemOut(BaseModel):
    name: str
    price: float
    color: Color
    tags: list[str] = []
    image: Image | None = None
# endregion


# region create
@app.post("/items", tags=["items"], response_model=ItemOut, status_code=201)
async def create_item(item: Item):
    return {**item.model_dump(), "secret": "hidden"}
# endregion


# region unset
@app.post("/items-unset", response_model=Item, response_model_exclude_unset=True)
async def create_unset(item: Item):
    return item
# endregion


# region two-bodies
@app.put("/items/{item_id}", tags=["items"])
async def put_item(
    item_id: int,
    item: Annotated[Item, Body()],
    importance: Annotated[int, Body(gt=0)],
):
    return {"item_id": item_id, "name": item.name, "importance": importance}
# endregion


# region list
@app.post("/raw-list")
async def raw_list(items: list[int]):
    return {"sum": sum(items)}
# endregion


# region optional
class Input(BaseModel):
    feature1: float
    feature2: float


@app.post("/optional-body")
async def optional_body(data: Input | None = None):
    return {"data": data}
# endregion


# region any-object
@app.post("/slash-post/")
async def slash_post(x: dict[str, Any]):
    return x
# endregion


# region strict
# region strict-model
class Order(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    quantity: int = Field(gt=0)
    express: bool = False
# endregion


@app.post("/orders")
async def order(data: Order):
    return data
# endregion


# region own-rules
class Booking(BaseModel):
    first_night: int = Field(ge=1, le=365)
    nights: int = Field(ge=1)
    guest: str

    # region rules
    @field_validator("guest")
    @classmethod
    def has_name(cls, guest: str) -> str:
        if guest.strip() == "":
            raise ValueError("a guest needs a name")
        return guest

    @model_validator(mode="after")
    def ends_this_year(self) -> "Booking":
        if self.first_night + self.nights > 366:
            raise ValueError("the stay ends next year")
        return self
    # endregion


@app.post("/bookings")
async def book(data: Booking):
    return data
# endregion


# region broken-promise
@app.get("/bad-response", response_model=ItemOut)
async def bad_response():
    return {"name": "x"}
# endregion
