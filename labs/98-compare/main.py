# region imports
from enum import Enum
from typing import Annotated

from fastapi import FastAPI, HTTPException, Query
from pydantic import BaseModel, ConfigDict, Field
# endregion

# region app
app = FastAPI(title="Box office", version="1.0.0")
# endregion


# region models
class Discount(str, Enum):
    none = "none"
    student = "student"
    senior = "senior"


# region order
class Order(BaseModel):
    model_config = ConfigDict(extra="forbid")

    show_id: int
    name: str = Field(min_length=2, max_length=20)
    seats: int = Field(ge=1, le=10)
    discount: Discount = Discount.none
    note: str | None = Field(default=None, max_length=50)
# endregion
# endregion


# region replies
class Show(BaseModel):
    id: int
    title: str
    price_cents: int


class Quote(BaseModel):
    show: str
    name: str
    seats: int
    total_cents: int
    note: str | None
# endregion


# region shows
shows = [
    Show(id=1, title="Hamlet", price_cents=4500),
    Show(id=2, title="The Tempest", price_cents=6000),
    Show(id=3, title="Macbeth", price_cents=5200),
]
percent_off = {Discount.none: 0, Discount.student: 20, Discount.senior: 30}


def find_show(show_id: int) -> Show:
    for show in shows:
        if show.id == show_id:
            return show
    raise HTTPException(404, "No such show")
# endregion


# region list
@app.get("/shows")
async def list_shows(limit: Annotated[int, Query(ge=1, le=20)] = 10) -> list[Show]:
    return shows[:limit]
# endregion


# region show
@app.get("/shows/{show_id}", responses={404: {"description": "No such show"}})
async def read_show(show_id: int) -> Show:
    return find_show(show_id)
# endregion


# region quote
@app.post("/quotes", responses={404: {"description": "No such show"}})
async def quote(order: Order) -> Quote:
    show = find_show(order.show_id)
    total_cents = show.price_cents * order.seats * (100 - percent_off[order.discount]) // 100
    return Quote(
        show=show.title,
        name=order.name,
        seats=order.seats,
        total_cents=total_cents,
        note=order.note,
    )
# endregion
