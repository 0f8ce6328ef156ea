import asyncio
import inspect

happened = []


# region never-suspends
async def add_up(count: int) -> int:
    return sum(range(count))  # nothing is awaited in here


async def main():
    other = asyncio.create_task(answer_others())
    await add_up(1_000_000)  # awaited, and the loop got no turn
    happened.append("added up")
    await other  # a real wait: now the other one runs
# endregion


async def answer_others():
    happened.append("others were served")


asyncio.run(main())
assert happened == ["added up", "others were served"]

# Calling an async function runs none of it: the call makes a coroutine, and await runs that.
coroutine = add_up(3)
assert inspect.iscoroutine(coroutine)
assert asyncio.run(coroutine) == 3
