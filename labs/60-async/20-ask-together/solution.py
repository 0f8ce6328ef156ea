import asyncio
from typing import Annotated

from fastapi import FastAPI, Query

app = FastAPI()

calls = under_way = most_at_once = 0


async def ask_shop(shop: str) -> int:
    """Stands for a call over the network: some shops are slow, and some are closed."""
    global calls, under_way, most_at_once
    calls += 1
    under_way += 1
    most_at_once = max(most_at_once, under_way)
    price = sum(map(ord, shop))
    await asyncio.sleep(0.02 * (price % 5))
    under_way -= 1
    if shop.startswith("closed"):
        raise ConnectionError(f"{shop} does not answer")
    return price


# region prices
@app.get("/prices")
async def prices(shop: Annotated[list[str], Query()]):
    results = await asyncio.gather(*map(ask_shop, shop), return_exceptions=True)
    return {"prices": [None if isinstance(result, Exception) else result for result in results]}
# endregion


@app.get("/upstream")
async def upstream():
    global calls, most_at_once
    counted = {"calls": calls, "most_at_once": most_at_once}
    calls = 0
    most_at_once = under_way
    return counted
