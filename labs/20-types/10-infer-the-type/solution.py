from typing import Literal

from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


# region model
class Ticket(BaseModel):
    event: str
    section: Literal["stalls", "balcony", "box"]
    seats: int = Field(ge=1)
    email: str | None
    student: bool = False
    extras: dict[str, int] = {}
# endregion


prices = {"stalls": 40, "balcony": 25, "box": 90}


# region handler
@app.post("/tickets")
async def book(ticket: Ticket):
    return {"ticket": ticket, "total": prices[ticket.section] * ticket.seats}
# endregion
