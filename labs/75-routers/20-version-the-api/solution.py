from fastapi import APIRouter, FastAPI

app = FastAPI()
first = APIRouter()
second = APIRouter()


# region routes
@first.get("/greeting/{name}")
async def greeting_v1(name: str):
    return {"message": f"Hello, {name}"}


@second.get("/greeting/{name}")
async def greeting_v2(name: str):
    return {"text": f"Hello, {name}", "lang": "en"}
# endregion


# region join
app.include_router(first, prefix="/v1")
app.include_router(second, prefix="/v2")
# endregion
