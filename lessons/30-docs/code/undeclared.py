from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException, Response, WebSocket
from fastapi.exceptions import RequestValidationError
from fastapi.security import HTTPBearer
from pydantic import BaseModel, Field, field_validator


class Book(BaseModel):
    title: str
    pages: int = Field(gt=0)
    price: float

    @field_validator("price")
    @classmethod
    def in_cents(cls, price: float) -> float:
        if round(price, 2) != price:
            raise ValueError("a price has two decimals")
        return price


app = FastAPI()


# region route
@app.get("/books/{book_id}")
async def read_book(book_id: int, x_token: Annotated[str, Header()]):
    if x_token != "secret":
        raise HTTPException(401, "Wrong token")
    if book_id != 1:
        raise HTTPException(404, "Book not found")
    return {"title": "Kindred"}
# endregion


@app.post("/books")
async def add_book(book: Book) -> Book:
    """Add a book."""
    return book


@app.get("/bearer")
async def use_bearer(credentials: Annotated[object, Depends(HTTPBearer())]):
    return "in"


@app.get("/plain")
async def plain():
    return 1


@app.websocket("/socket")
async def socket(websocket: WebSocket):
    await websocket.accept()


@app.exception_handler(RequestValidationError)
async def own_format(request, error):
    return Response(status_code=400)


document = app.openapi()
paths = document["paths"]

# Neither the 401 nor the 404 is there, the reply has no shape, and nothing says that there is a lock.
read = paths["/books/{book_id}"]["get"]
assert list(read["responses"]) == ["200", "422"]
assert read["responses"]["200"]["content"]["application/json"]["schema"] == {}
assert "security" not in read
assert read["summary"] == "Read Book"
assert read["operationId"] == "read_book_books__book_id__get"
assert "description" not in read

# The docstring, the type of the reply, the bound of the field; not the rule in the validator.
add = paths["/books"]["post"]
assert add["description"] == "Add a book."
assert add["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].endswith("/Book")
book = document["components"]["schemas"]["Book"]["properties"]
assert book["pages"]["exclusiveMinimum"] == 0
assert book["price"] == {"type": "number", "title": "Price"}

# The handler changed the 422 into a 400; the document did not hear of it.
assert "422" in add["responses"] and "400" not in add["responses"]

# A security scheme is the lock in the document, and documents no 401.
bearer = paths["/bearer"]["get"]
assert bearer["security"] == [{"HTTPBearer": []}]
assert list(bearer["responses"]) == ["200"]

# No input, no 422. No WebSocket at all.
assert list(paths["/plain"]["get"]["responses"]) == ["200"]
assert "/socket" not in paths
assert document["openapi"] == "3.1.0"

# Made once, and kept.
assert app.openapi() is document
