import asyncio
from collections import deque
from collections.abc import AsyncIterator
from typing import Literal
from uuid import uuid4

from pydantic import BaseModel

from .model import END_TOKEN, LanguageModel


class Generation(BaseModel):
    id: str
    # Failed is an answer that a model elsewhere did not end.
    state: Literal["running", "finished", "cancelled", "failed"] = "running"
    tokens: int = 0
    finish_reason: str | None = None


generations: deque[Generation] = deque(maxlen=20)


# region counter
def start_generation() -> Generation:
    """Begins to count one answer; the counter keeps the last twenty."""
    generation = Generation(id=f"chatcmpl-{uuid4().hex}")
    generations.appendleft(generation)
    return generation


def end_generation(generation: Generation) -> None:
    """Says of an answer that nobody takes any further that it was cancelled."""
    if generation.state == "running":
        generation.state = "cancelled"


def list_generations() -> list[Generation]:
    """The last answers, the newest first."""
    return list(generations)
# endregion


# region complete
async def complete(
    model: LanguageModel,
    prompt: str,
    *,
    temperature: float,
    seed: int,
    max_tokens: int,
    stop: list[str],
    ignore_eos: bool,
    delay: float,
    generation: Generation,
) -> AsyncIterator[str]:
    """The text of an answer, token by token. The next token is looked for when the last one was taken, and no more
    when the reader is gone: then the wait is cancelled, or the generator is closed."""
    held = ""
    for token in model.generate(prompt, temperature, seed):
        if token == END_TOKEN and not ignore_eos:
            break
        await asyncio.sleep(delay)
        generation.tokens += 1
        held += model.pieces[token]
        end = find_stop(held, stop)
        if end is not None:
            held = held[:end]
            break
        ready = len(held) - count_held_back(held, stop)
        if ready > 0:
            yield held[:ready]
        held = held[ready:]
        if generation.tokens == max_tokens:
            generation.finish_reason = "length"
            break
    if held:
        yield held
    generation.finish_reason = generation.finish_reason or "stop"
    generation.state = "finished"
# endregion


# region stop
def find_stop(text: str, stop: list[str]) -> int | None:
    """Where the first stop sequence begins."""
    return min((text.index(words) for words in stop if words in text), default=None)


def count_held_back(text: str, stop: list[str]) -> int:
    """How many characters at the end may be the beginning of a stop sequence: they are not sent yet."""
    most = 0
    for words in stop:
        length = min(len(words) - 1, len(text))
        while not words.startswith(text[len(text) - length :]):
            length -= 1
        most = max(most, length)
    return most
# endregion
