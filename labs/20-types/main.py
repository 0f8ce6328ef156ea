# region imports
from typing import Any, TypedDict, assert_never, cast

from fastapi import FastAPI, Request
from parts.models import Card, Customer, Labelled, Line, Order, Payment, Transfer
# endregion

# region app
app = FastAPI(title="Types", version="1.0.0")
# endregion


# region types
# Python keeps the hints of a class, and Pydantic has read them: they can be asked.
@app.get("/types")
async def types():
    fields = Order.model_fields
    defaults = {n: field.default for n, field in fields.items() if not field.is_required()}
    return {"required": [n for n in fields if n not in defaults], "defaults": defaults}
# endregion


# region orders
@app.post("/orders")
async def create_order(order: Order) -> Order:
    return order
# endregion


# region unchecked
class LineDict(TypedDict):
    name: str
    quantity: int


# `cast` is for the type checker: when this runs, it hands back what it got.
@app.post(
    "/unchecked",
    responses={500: {"description": "The body was not what the code took it for"}},
)
async def unchecked(request: Request):
    line = cast(LineDict, await request.json())
    return {"label": line["name"].upper(), "line": line}
# endregion


# region checked
@app.post("/checked")
async def checked(line: Line) -> Labelled:
    return Labelled(label=line.name.upper(), line=line)
# endregion


# region payments
@app.post("/payments")
async def pay(payment: Payment):
    return {"text": describe(payment), "payment": payment}


def describe(payment: Card | Transfer) -> str:
    match payment:
        case Card():
            return f"card ending in {payment.number[-4:]}"
        case Transfer():
            return f"transfer within {payment.days} days"
        case _:
            # A type checker complains here when there is a third kind of payment.
            assert_never(payment)
# endregion


# region replies
# Stands for a database: whatever row is sent, the response model decides what of it leaves.
@app.post(
    "/replies",
    response_model=Customer,
    responses={500: {"description": "The row does not fit the response model"}},
)
async def reply(row: dict[str, Any]) -> Any:
    return row
# endregion
