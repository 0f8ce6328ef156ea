# region code
import asyncio
from typing import Annotated

from fastapi import FastAPI, Query

app = FastAPI()


async def ask_shop(name):
    await asyncio.sleep(0.005)
    return len(name)


@app.get("/prices")
async def prices(shop: Annotated[list[str], Query()]):
    found = {}
    for name in shop:
        # region bug
        found[name] = await ask_shop(name)
        # endregion bug
    return found
# endregion code


from fastapi.testclient import TestClient

ask_one_shop = ask_shop
under_way = 0
most_at_once = 0


async def ask_shop(name):
    global under_way, most_at_once
    under_way += 1
    most_at_once = max(most_at_once, under_way)
    price = await ask_one_shop(name)
    under_way -= 1
    return price


url = "/prices?shop=north&shop=east&shop=southwest"
assert TestClient(app).get(url).json() == {"north": 5, "east": 4, "southwest": 9}
assert most_at_once == 1

app = FastAPI()


# region fix
@app.get("/prices")
async def prices(shop: Annotated[list[str], Query()]):
    answers = await asyncio.gather(*(ask_shop(name) for name in shop))
    return dict(zip(shop, answers))
# endregion fix


assert TestClient(app).get(url).json() == {"north": 5, "east": 4, "southwest": 9}
assert most_at_once == 3
