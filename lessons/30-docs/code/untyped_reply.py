# region code
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel


class Book(BaseModel):
    id: int
    title: str


app = FastAPI()
shelf = {1: Book(id=1, title="Kindred")}


# region bug
@app.get("/books/{book_id}")
async def read_book(book_id: int):
    # endregion bug
    if book_id not in shelf:
        raise HTTPException(404, "Book not found")
    return shelf[book_id]
# endregion code


def documented_reply(app: FastAPI):
    responses = app.openapi()["paths"]["/books/{book_id}"]["get"]["responses"]
    return responses["200"]["content"]["application/json"]["schema"]


from fastapi.testclient import TestClient

assert TestClient(app).get("/books/1").json() == {"id": 1, "title": "Kindred"}
assert documented_reply(app) == {}

app = FastAPI()


# region fix
@app.get("/books/{book_id}")
async def read_book(book_id: int) -> Book:
    # endregion fix
    if book_id not in shelf:
        raise HTTPException(404, "Book not found")
    return shelf[book_id]


assert TestClient(app).get("/books/1").json() == {"id": 1, "title": "Kindred"}
assert documented_reply(app) == {"$ref": "#/components/schemas/Book"}
