from typing import Annotated

from fastapi import FastAPI, Header, HTTPException
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

app = FastAPI()


class Payment(BaseModel):
    amount: Annotated[float, Field(gt=0, strict=True)]
    to: str


# region given
# The bank: leave it as it is.
calls = 0


def charge(payment: Payment) -> JSONResponse:
    global calls
    calls += 1
    if payment.amount > 1000:
        return JSONResponse({"detail": "Declined"}, 402)
    return JSONResponse({"payment_id": calls, **payment.model_dump()}, 201)


@app.get("/bank")
async def bank():
    return {"calls": calls}
# endregion


# region keys
kept: dict[str, tuple[Payment, JSONResponse]] = {}


@app.post("/payments")
async def pay(payment: Payment, idempotency_key: Annotated[str | None, Header()] = None):
    if idempotency_key in kept:
        first, reply = kept[idempotency_key]
        if first != payment:
            raise HTTPException(422, "This key belongs to another payment")
        return reply
    reply = charge(payment)
    if idempotency_key is not None:
        kept[idempotency_key] = (payment, reply)
    return reply
# endregion
