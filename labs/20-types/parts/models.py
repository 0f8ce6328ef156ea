from datetime import date, datetime
from enum import Enum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field


# region line
class Line(BaseModel):
    name: str
    quantity: int
# endregion


# region labelled
class Labelled(BaseModel):
    label: str
    line: Line
# endregion


# region order
class Priority(str, Enum):
    low = "low"
    normal = "normal"
    high = "high"


class Address(BaseModel):
    street: str
    city: str


class Order(BaseModel):
    order_id: UUID
    placed_at: datetime
    deliver_on: date
    quantity: int
    price: float
    size: Literal["S", "M", "L"]
    reference: int | str
    ship_to: Address
    note: str | None
    coupon: str | None = None
    gift: bool = False
    priority: Priority = Priority.normal
    tags: list[str] = []
    extras: dict[str, int] = {}
# endregion


# region payment
class Card(BaseModel):
    kind: Literal["card"]
    number: str = Field(pattern="^[0-9]{12,19}$")
    fee: float = 0.5


class Transfer(BaseModel):
    kind: Literal["transfer"]
    iban: str
    days: int = Field(ge=1, le=30)


# region union
Payment = Annotated[Card | Transfer, Field(discriminator="kind")]
# endregion
# endregion


# region customer
# What a client may know of a customer.
class Customer(BaseModel):
    name: str
    joined: date
    level: Literal["basic", "gold"] = "basic"
    balance: float = 0.0
# endregion
