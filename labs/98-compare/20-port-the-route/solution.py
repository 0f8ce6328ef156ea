from typing import Annotated, Literal

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

app = FastAPI()

shows = {
    "1": {"title": "Hamlet", "price_cents": 4500},
    "2": {"title": "The Tempest", "price_cents": 6000},
    "3": {"title": "Macbeth", "price_cents": 5200},
}
percent_off = {"none": 0, "student": 20, "senior": 30}


# region order
class Order(BaseModel):
    seats: int = Field(strict=True, ge=1, le=10)
    discount: Literal["none", "student", "senior"] = "none"
# endregion


# region errors
WORDS = {"seats": "seats must be 1 to 10", "discount": "unknown discount"}


@app.exception_handler(RequestValidationError)
async def answer_400(request: Request, error: RequestValidationError):
    place = error.errors()[0]["loc"][-1]
    return JSONResponse({"error": WORDS.get(place, "the body is no JSON object")}, 400)


@app.exception_handler(HTTPException)
async def answer_error(request: Request, error: HTTPException):
    return JSONResponse({"error": error.detail}, error.status_code)
# endregion


# region route
# A dependency raises before FastAPI reports what is wrong with the order.
async def find_show(show_id: str):
    if show_id not in shows:
        raise HTTPException(404, "no such show")
    return shows[show_id]


@app.post("/shows/{show_id}/quotes", status_code=201)
async def quote(show: Annotated[dict, Depends(find_show)], order: Order):
    full_cents = show["price_cents"] * order.seats
    total_cents = full_cents * (100 - percent_off[order.discount]) // 100
    return {"show": show["title"], "seats": order.seats, "total_cents": total_cents}
# endregion
