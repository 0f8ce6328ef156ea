# region imports
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException
from parts.settings import Settings
# endregion

# region app
app = FastAPI(title="Routers", version="1.0.0")
settings = Settings()
# endregion


# region dependency
async def get_token(x_token: Annotated[str, Header(examples=["secret"])]):
    if x_token != "secret":
        raise HTTPException(403, "X-Token header invalid")
    return x_token
# endregion


# region router
router = APIRouter(
    prefix="/users",
    tags=["users"],
    dependencies=[Depends(get_token)],
    responses={403: {"description": "X-Token header invalid"}},
)
# endregion


# region routes
@router.get("/")
async def users():
    return [{"username": "Rick"}]


# Before the route with a parameter, which would take "me" for a name.
@router.get("/me")
async def user_me():
    return {"username": "me"}


@router.get(
    "/{username}",
    summary="Get a user",
    response_description="The user",
    deprecated=True,
)
async def user(username: str):
    """Long **description** of the user route."""
    return {"username": username}
# endregion


# region include
app.include_router(router)
# endregion

# region versions
first = APIRouter(tags=["v1"])
second = APIRouter(tags=["v2"])


@first.get("/greeting", summary="Greeting V1")
async def greeting_v1():
    return {"message": settings.greeting}


@second.get("/greeting", summary="Greeting V2")
async def greeting_v2():
    return {"text": settings.greeting, "lang": "en"}


# region join
app.include_router(first, prefix="/v1")
app.include_router(second, prefix="/v2")
# endregion
# endregion


# region settings
@app.get("/info")
async def info():
    return settings
# endregion


# region mount
sub = FastAPI(title="Sub")


@sub.get("/ping")
async def ping():
    return {"pong": True}


app.mount("/sub", sub)
# endregion
