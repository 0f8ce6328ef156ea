from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse
from pydantic import BaseModel

app = FastAPI()


@app.middleware("http")
async def guard(request: Request, call_next):
    if request.url.path == "/orders" and request.headers.get("X-Token") != "secret":
        return JSONResponse({"detail": "Not authenticated"}, status_code=401)
    return await call_next(request)


# region cors
# Added after the guard, so it lies around it and answers preflights itself.
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://shop.example", "http://localhost:3000"],
    allow_credentials=True,
    allow_methods=["GET", "POST"],
    allow_headers=["X-Token"],
)
# endregion


class Order(BaseModel):
    item: str


@app.get("/orders")
async def read_orders():
    return [{"id": 1, "item": "Lamp"}]


@app.post("/orders", status_code=201)
async def create_order(order: Order):
    return {"id": 2, "item": order.item}
