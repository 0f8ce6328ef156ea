from typing import Annotated

from fastapi import FastAPI, HTTPException, Path

app = FastAPI()

degrees = {"Oslo": 4, "Lima": 19, "Cairo": 31}


# region describe
@app.get(
    "/weather/{city}",
    tags=["weather"],
    summary="Get the weather",
    response_description="The weather of the city",
    responses={404: {"description": "No such city"}},
)
async def read_weather(city: Annotated[str, Path(examples=["Oslo"])]):
    """Looks up how warm a city is."""
    if city not in degrees:
        raise HTTPException(404, "Unknown city")
    return {"city": city, "degrees": degrees[city]}
# endregion


# region deprecated
@app.get("/degrees/{city}", deprecated=True)
async def read_degrees(city: str):
    return {"degrees": degrees.get(city)}
# endregion
