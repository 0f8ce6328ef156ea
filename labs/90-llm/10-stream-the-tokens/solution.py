import json
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

app = FastAPI()


async def generate(prompt: str) -> AsyncIterator[str]:
    """Stands for a model: it says again what it was told, token by token."""
    yield "You said:"
    for word in prompt.split(" "):
        yield f" {word}"


class Message(BaseModel):
    role: str
    content: str


class ChatRequest(BaseModel):
    messages: list[Message]
    stream: bool = False


# region stream
async def stream_events(id: str, tokens: AsyncIterator[str]) -> AsyncIterator[str]:
    def event(delta: dict[str, str], finish_reason: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
        chunk = {"id": id, "object": "chat.completion.chunk", "choices": [choice]}
        return f"data: {json.dumps(chunk)}\n\n"

    yield event({"role": "assistant"})
    async for content in tokens:
        yield event({"content": content})
    yield event({}, "stop")
    yield "data: [DONE]\n\n"
# endregion


# region whole
@app.post("/v1/chat/completions")
async def create_completion(request: ChatRequest) -> Any:
    tokens = generate(request.messages[-1].content)
    id = str(uuid4())
    if request.stream:
        return StreamingResponse(stream_events(id, tokens), media_type="text/event-stream")
    content = "".join([token async for token in tokens])
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"id": id, "object": "chat.completion", "choices": [choice]}
# endregion
