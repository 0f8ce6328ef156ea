from typing import Annotated, Literal

from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


# region models
class Deposit(BaseModel):
    kind: Literal["deposit"]
    amount: float


class Transfer(BaseModel):
    kind: Literal["transfer"]
    amount: float
    to: str


class Close(BaseModel):
    kind: Literal["close"]
    reason: str | None = None


Movement = Annotated[Deposit | Transfer | Close, Field(discriminator="kind")]
# endregion


# region narrow
@app.post("/movements")
async def move(movement: Movement):
    kind = movement.kind
    match movement:
        case Deposit():
            return {"kind": kind, "change": movement.amount}
        case Transfer():
            return {"kind": kind, "change": -movement.amount, "to": movement.to}
        case Close():
            return {"kind": kind, "change": 0, "reason": movement.reason}
# endregion
