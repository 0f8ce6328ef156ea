import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable


class Broker:
    """Stands for Redis: publishes a text to all who have subscribed, in whatever process they are."""

    def __init__(self):
        self.queues: list[asyncio.Queue[str]] = []

    async def publish(self, text: str) -> None:
        for queue in self.queues:
            queue.put_nowait(text)

    async def subscribe(self) -> AsyncIterator[str]:
        queue: asyncio.Queue[str] = asyncio.Queue()
        self.queues.append(queue)
        while True:
            yield await queue.get()


# region worker
class Worker:  # one process, with its own connections
    def __init__(self, broker: Broker):
        self.broker = broker
        self.members: list[Callable[[str], Awaitable[None]]] = []

    async def say(self, text: str):
        await self.broker.publish(text)  # to every process

    async def listen(self):  # started in the lifespan
        async for text in self.broker.subscribe():
            await asyncio.gather(*(hear(text) for hear in self.members))
# endregion


async def main() -> dict[str, list[str]]:
    heard: dict[str, list[str]] = {"ada": [], "bob": []}

    def ear_of(name: str):
        async def hear(text: str) -> None:
            heard[name].append(text)

        return hear

    broker = Broker()
    first, second = Worker(broker), Worker(broker)
    first.members.append(ear_of("ada"))
    second.members.append(ear_of("bob"))
    listening = [asyncio.create_task(worker.listen()) for worker in (first, second)]
    await asyncio.sleep(0.01)

    # Without the broker only the members of the same process hear it.
    await asyncio.gather(*(hear("to my process") for hear in first.members))
    assert heard == {"ada": ["to my process"], "bob": []}

    await first.say("to all")
    await asyncio.sleep(0.01)
    for task in listening:
        task.cancel()
    return heard


assert asyncio.run(main()) == {"ada": ["to my process", "to all"], "bob": ["to all"]}
