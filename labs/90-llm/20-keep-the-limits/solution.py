import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

app = FastAPI()

CONTEXT_LENGTH = 40


def tokenize(text: str) -> list[str]:
    """Cuts a text into tokens: each word, with the space before it."""
    return re.findall(r" ?[^ ]+", text)


def generate(prompt: str) -> Iterator[str]:
    """Stands for a model: it says again what it was told, token by token."""
    yield from tokenize(f"You said: {prompt}")


# region input
class Message(BaseModel):
    role: str
    content: str


class ChatRequest(BaseModel):
    messages: list[Message] = Field(min_length=1)
    max_tokens: int | None = Field(default=None, ge=1)
# endregion


# region answer
@app.post("/v1/chat/completions")
def create_completion(request: ChatRequest) -> Any:
    prompt_tokens = sum(len(tokenize(message.content)) for message in request.messages)
    room = CONTEXT_LENGTH - prompt_tokens
    if (request.max_tokens or 1) > room:
        error = {
            "message": f"The messages have {prompt_tokens} tokens; the context holds {CONTEXT_LENGTH}.",
            "type": "invalid_request_error",
            "code": "context_length_exceeded",
        }
        return JSONResponse({"error": error}, 400)

    answer = generate(request.messages[-1].content)
    tokens = list(islice(answer, request.max_tokens or room))
    is_cut = next(answer, None) is not None
    return {
        "choices": [
            {
                "message": {"role": "assistant", "content": "".join(tokens)},
                "finish_reason": "length" if is_cut else "stop",
            }
        ],
        "usage": {
            "prompt_tokens": prompt_tokens,
            "completion_tokens": len(tokens),
            "total_tokens": prompt_tokens + len(tokens),
        },
    }
# endregion
