from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException

app = FastAPI()


@app.get("/")
async def root():
    return {"message": "Hello World"}


# region guard
async def get_token(x_token: Annotated[str, Header()]):
    if x_token != "secret":
        raise HTTPException(403, "X-Token header invalid")


router = APIRouter(prefix="/users", dependencies=[Depends(get_token)])
# endregion


# region routes
@router.get("/")
async def users():
    return [{"username": "Rick"}, {"username": "Morty"}]


# Above the route with a parameter, which would take "me" for a name.
@router.get("/me")
async def user_me():
    return {"username": "Rick"}


@router.get("/{username}")
async def user(username: str):
    return {"username": username}
# endregion


# region join
app.include_router(router)
# endregion
