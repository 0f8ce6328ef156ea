import asyncio
import random
from collections.abc import Awaitable, Callable


# region retry
async def retry(
    call: Callable[[], Awaitable],
    attempts: int,
    base_ms: float,
    cap_ms: float,
    is_worth_it: Callable[[Exception], bool],
    draw: Callable[[], float] = random.random,
    sleep: Callable[[float], Awaitable] = asyncio.sleep,
):
    """Makes a call again while it fails: only for calls that do no harm when they are made twice."""
    for attempt in range(1, attempts + 1):
        try:
            return await call()
        except Exception as error:
            if attempt == attempts or not is_worth_it(error):
                raise
        await sleep(backoff_ms(attempt, base_ms, cap_ms, draw) / 1000)


# region backoff
def backoff_ms(attempt: int, base_ms: float, cap_ms: float, draw: Callable[[], float]) -> float:
    """Full jitter: any time up to the bound, so that clients who failed together do not come back together."""
    return draw() * min(cap_ms, base_ms * 2 ** (attempt - 1))
# endregion
# endregion
