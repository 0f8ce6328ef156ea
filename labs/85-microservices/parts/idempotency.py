from dataclasses import dataclass
from enum import Enum, auto
from typing import Any


class Begun(Enum):
    first = auto()
    replay = auto()
    still_running = auto()
    other_body = auto()


@dataclass
class Entry:
    body: Any
    is_running: bool = True
    reply: Any = None


# region idempotency
class IdempotencyKeys:
    """The newest keys, in memory; a real service keeps them in its database, for a day or so."""

    def __init__(self, limit: int = 1000):
        self.limit = limit
        self.entries: dict[str, Entry] = {}

    def begin(self, key: str, body: Any) -> Begun:
        entry = self.entries.get(key)
        if entry is None:
            self.entries[key] = Entry(body)
            if len(self.entries) > self.limit:
                del self.entries[next(iter(self.entries))]
            return Begun.first
        if entry.body != body:
            return Begun.other_body
        if entry.reply is not None:
            return Begun.replay
        if entry.is_running:
            return Begun.still_running
        entry.is_running = True
        return Begun.first

    def reply(self, key: str) -> Any:
        return self.entries[key].reply

    def finish(self, key: str, reply: Any):
        """Keeps the reply: from now on it is the answer to this key."""
        if entry := self.entries.get(key):
            entry.reply, entry.is_running = reply, False

    def give_up(self, key: str):
        """Nothing was done: the same request may be tried again under the same key."""
        if entry := self.entries.get(key):
            entry.is_running = False
# endregion
