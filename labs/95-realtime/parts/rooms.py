import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel

KEPT_MESSAGES = 100
KEPT_ROOMS = 50


# region told
# What is told in a room, over WebSockets and as the data of server-sent events alike.
class Told(BaseModel):
    id: int
    type: Literal["joined", "said", "left"]
    name: str
    text: str
# endregion


# region tell
@dataclass
class Room:
    # How each member hears.
    members: dict[str, Callable[[str], Awaitable[None]]] = field(default_factory=dict)
    watchers: set[asyncio.Queue[Told]] = field(default_factory=set)
    log: deque[Told] = field(default_factory=lambda: deque(maxlen=KEPT_MESSAGES))
    last_id: int = 0

    async def tell(self, type: str, name: str, text: str = "") -> Told:
        """Tells everybody but the one who did it."""
        self.last_id += 1
        told = Told(id=self.last_id, type=type, name=name, text=text)
        self.log.append(told)
        for watcher in self.watchers:
            watcher.put_nowait(told)
        others = [hear for member, hear in self.members.items() if member != name]
        # One member who is gone must not keep the others from hearing.
        sent = (hear(told.model_dump_json()) for hear in others)
        await asyncio.gather(*sent, return_exceptions=True)
        return told

    def since(self, last_id: int) -> list[Told]:
        return [told for told in self.log if told.id > last_id]
# endregion

    # region watch
    async def watch(self, last_id: int | None) -> AsyncIterator[Told]:
        """What was told since `last_id`, and then what is told from now on."""
        queue: asyncio.Queue[Told] = asyncio.Queue()
        for told in [] if last_id is None else self.since(last_id):
            queue.put_nowait(told)
        self.watchers.add(queue)
        try:
            while True:
                yield await queue.get()
        finally:
            self.watchers.discard(queue)
    # endregion


# region rooms
class Rooms(dict[str, Room]):
    """The rooms by name. One that is asked for is made; of too many the oldest that are empty go."""

    def __missing__(self, name: str) -> Room:
        empty = [key for key, room in self.items() if not room.members and not room.watchers]
        for key in empty[: max(0, len(self) + 1 - KEPT_ROOMS)]:
            del self[key]
        self[name] = Room()
        return self[name]
# endregion
