# region imports
from secrets import compare_digest
from typing import Annotated

from fastapi import Body, Depends, FastAPI, HTTPException, Path, Query
from fastapi.security import (
    APIKeyHeader,
    HTTPAuthorizationCredentials,
    HTTPBasic,
    HTTPBasicCredentials,
    HTTPBearer,
    OAuth2PasswordBearer,
    OAuth2PasswordRequestForm,
)
from pydantic import BaseModel, Field
# endregion

# region app
app = FastAPI(
    title="Books",
    version="2.1.0",
    summary="A shop that describes itself.",
    description="Everything on this page was made **from the code**.",
    contact={"name": "The shop", "url": "https://shop.example/help"},
    license_info={"name": "MIT", "identifier": "MIT"},
    servers=[{"url": "/", "description": "This server"}],
    openapi_tags=[
        {"name": "books", "description": "What the shop has. Anybody may look."},
        {"name": "orders", "description": "What it costs. For those who have a *token*."},
        {"name": "security", "description": "Four ways to say who you are."},
    ],
    generate_unique_id_function=lambda route: route.name,
)
# endregion


# region models
class Book(BaseModel):
    """A book as the shop knows it."""

    id: int
    title: str = Field(examples=["The Dispossessed"])
    author: str = Field(examples=["Ursula K. Le Guin"])
    price: float = Field(description="In euros, without postage.", examples=[12.5])


class Problem(BaseModel):
    detail: str = Field(examples=["Book not found"])


books = [
    Book(id=1, title="The Dispossessed", author="Ursula K. Le Guin", price=12.5),
    Book(id=2, title="Kindred", author="Octavia E. Butler", price=10.25),
    Book(id=3, title="Solaris", author="Stanislaw Lem", price=9.75),
]
# endregion


# region describe
Author = Annotated[
    str | None, Query(description="Part of the author's name.", examples=["Lem", "Le Guin"])
]
By = Annotated[str | None, Query(description="Say `author` instead.", deprecated=True)]


@app.get("/books", tags=["books"], response_description="Books, the first id first")
async def list_books(author: Author = None, by: By = None) -> list[Book]:
    """List the books, **all** of them or those of one author.

    Capitals matter.
    """
    part = author or by or ""
    return [book for book in books if part in book.author]
# endregion


# region responses
not_found = {404: {"model": Problem, "description": "The shop has no such book"}}


# region get-book
@app.get(
    "/books/{book_id}",
    tags=["books"],
    summary="Get one book",
    responses=not_found,
)
async def get_book(book_id: Annotated[int, Path(examples=[1, 2, 3])]) -> Book:
    return find_book(book_id)
# endregion


def find_book(book_id: int) -> Book:
    for book in books:
        if book.id == book_id:
            return book
    raise HTTPException(404, "Book not found")
# endregion


# region deprecated
@app.get("/search", tags=["books"], deprecated=True)
async def search_books(author: Author = None) -> list[Book]:
    """Ask `/books` instead."""
    return await list_books(author)
# endregion


# region hidden
@app.get("/health", include_in_schema=False)
async def health():
    return {"status": "ok"}
# endregion


# region bearer
bearer = HTTPBearer(description="The token is `secret`.")
Credentials = Annotated[HTTPAuthorizationCredentials, Depends(bearer)]
unauthorized = {401: {"model": Problem, "description": "Not authenticated"}}


# region use-bearer
@app.get("/bearer", tags=["security"], responses=unauthorized)
async def use_bearer(credentials: Credentials):
    """Takes any token: a scheme reads it, and does not judge it."""
    return {"scheme": credentials.scheme, "credentials": credentials.credentials}
# endregion
# endregion


# region token
async def check_token(credentials: Credentials):
    # As bytes, for of text it takes ASCII only.
    if not compare_digest(credentials.credentials.encode(), b"secret"):
        raise HTTPException(401, "Wrong token", headers={"WWW-Authenticate": "Bearer"})
# endregion


# region protected
# region order
class Order(BaseModel):
    book_id: int = Field(examples=[1, 3])
    copies: int = Field(default=1, ge=1, le=100, description="How many you want.")
# endregion


class Quote(BaseModel):
    book: Book
    total: float


order_examples = {
    "one": {"summary": "A single copy", "value": {"book_id": 1}},
    "class": {"summary": "For a whole class", "value": {"book_id": 3, "copies": 25}},
}


@app.post(
    "/quotes",
    tags=["orders"],
    dependencies=[Depends(check_token)],
    responses={**unauthorized, **not_found},
)
async def quote_order(order: Annotated[Order, Body(openapi_examples=order_examples)]) -> Quote:
    """Say what an order would cost, and order nothing."""
    book = find_book(order.book_id)
    return Quote(book=book, total=book.price * order.copies)
# endregion


# region schemes
oauth2 = OAuth2PasswordBearer(tokenUrl="token")
basic = HTTPBasic()
api_key = APIKeyHeader(name="X-API-Key")


@app.get("/oauth", tags=["security"], responses=unauthorized)
async def use_oauth(token: Annotated[str, Depends(oauth2)]):
    return {"token": token}


@app.get("/basic", tags=["security"], responses=unauthorized)
async def use_basic(credentials: Annotated[HTTPBasicCredentials, Depends(basic)]):
    return {"username": credentials.username}


@app.get("/apikey", tags=["security"], responses=unauthorized)
async def use_api_key(key: Annotated[str, Depends(api_key)]):
    return {"key": key}
# endregion


# region password
@app.post("/token", include_in_schema=False)
async def give_token(form: Annotated[OAuth2PasswordRequestForm, Depends()]):
    if form.username != "ada" or form.password != "lovelace":
        raise HTTPException(400, "Incorrect username or password")
    return {"access_token": "secret", "token_type": "bearer"}
# endregion
