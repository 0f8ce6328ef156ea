import logging
from uuid import uuid4

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse


class OrderNotFound(Exception):
    def __init__(self, id: str):
        super().__init__(f"There is no order {id}")


class OrderShipped(Exception):
    def __init__(self, id: str):
        super().__init__(f"Order {id} has been shipped")


class UpstreamError(Exception):
    status_code = 404


orders = {
    "1": {"id": "1", "status": "open"},
    "2": {"id": "2", "status": "shipped"},
}


def find_order(id: str):
    if id not in orders:
        raise OrderNotFound(id)
    return orders[id]


app = FastAPI()


# region on-error
@app.exception_handler(OrderNotFound)
async def order_not_found(request: Request, error: OrderNotFound):
    return JSONResponse({"detail": str(error)}, status_code=404)


@app.exception_handler(OrderShipped)
async def order_shipped(request: Request, error: OrderShipped):
    return JSONResponse({"detail": str(error)}, status_code=409)


# Runs outside of all middleware, as the last resort. HTTPException has a handler already.
@app.exception_handler(Exception)
async def crashed(request: Request, error: Exception):
    id = str(uuid4())
    logging.error("error %s", id, exc_info=error)
    return JSONResponse({"detail": "Internal Server Error", "id": id}, status_code=500)
# endregion


@app.get("/orders/{id}")
async def read_order(id: str):
    return find_order(id)


@app.post("/orders/{id}/cancel")
async def cancel_order(id: str):
    order = find_order(id)
    if order["status"] == "shipped":
        raise OrderShipped(id)
    return {**order, "status": "cancelled"}


@app.get("/admin")
async def admin():
    raise HTTPException(401, "Not authenticated")


@app.get("/busy")
async def busy():
    raise HTTPException(503, "Try again later")


@app.get("/report")
async def report():
    raise TypeError("connect ECONNREFUSED postgres://api:hunter2@10.0.0.5/reports")


@app.get("/price")
async def price():
    raise UpstreamError("GET http://prices.internal/7 answered 404")
