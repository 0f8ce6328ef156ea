from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


# region order
class Order(BaseModel):
    name: str = Field(min_length=2, max_length=20)
    seats: int = Field(strict=True, ge=1, le=10)
# endregion


# region answer
@app.post("/quotes")
async def quote(order: Order):
    return {"name": order.name, "seats": order.seats, "total_cents": order.seats * 4500}
# endregion
