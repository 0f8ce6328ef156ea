# region imports
import json
import os
import random
import time
from collections.abc import AsyncIterator
from enum import Enum
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse
from parts.completion import (
    Generation,
    complete,
    end_generation,
    list_generations,
    start_generation,
)
from parts.model import load_model
from parts.openai_error import OpenAIError, answer_openai_error
from parts.upstream import EVENT_STREAM, pass_on, read_upstream
from pydantic import BaseModel, Field
# endregion

# region app
app = FastAPI(title="LLM", version="1.0.0")
app.add_exception_handler(OpenAIError, answer_openai_error)
delay = float(os.environ.get("TOKEN_DELAY_MS", "30")) / 1000
# endregion

# region load-model
model = load_model(Path(__file__).parent / "data" / "corpus.txt")
upstream = read_upstream()
model_name = upstream.model if upstream else "toy-trigram-1"
CONTEXT_LENGTH = 65_536
# endregion


# region request
class Role(str, Enum):
    system = "system"
    developer = "developer"
    user = "user"
    assistant = "assistant"


class Message(BaseModel):
    role: Role
    content: str


class StreamOptions(BaseModel):
    include_usage: bool = False


class ChatRequest(BaseModel):
    model: str = Field(examples=[model_name])
    messages: list[Message] = Field(min_length=1)
    stream: bool = False
    stream_options: StreamOptions | None = None
    max_tokens: int | None = Field(default=None, ge=1)
    max_completion_tokens: int | None = Field(default=None, ge=1)
    temperature: float = Field(default=1, ge=0, le=2)
    seed: int | None = Field(default=None, ge=0, le=2**32 - 1)
    stop: list[str] | None = Field(default=None, max_length=4)
    n: int = Field(default=1, ge=1, le=1)
    ignore_eos: bool = False
# endregion


# region reply
class AssistantMessage(BaseModel):
    role: str
    content: str
    refusal: str | None = None


class Choice(BaseModel):
    index: int
    message: AssistantMessage
    logprobs: dict[str, Any] | None = None
    finish_reason: str


class Usage(BaseModel):
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class ChatCompletion(BaseModel):
    id: str
    object: str
    created: int
    model: str
    choices: list[Choice]
    usage: Usage
# endregion


# region errors
class ErrorDetails(BaseModel):
    message: str
    type: str
    param: str | None
    code: str | None


class ErrorReply(BaseModel):
    error: ErrorDetails
# endregion


# region models
class ModelCard(BaseModel):
    id: str
    object: str
    created: int
    owned_by: str


class ModelList(BaseModel):
    object: str
    data: list[ModelCard]


@app.get("/v1/models", response_model=ModelList)
async def list_models():
    owner = "upstream" if upstream else "api-labs"
    card = {"id": model_name, "object": "model", "created": 1767225600, "owned_by": owner}
    return {"object": "list", "data": [card]}
# endregion


# region limits
def measure(request: ChatRequest) -> tuple[int, int]:
    """How many tokens the prompt has and how many the answer may have; refuses what the model cannot do."""
    kind = "invalid_request_error"
    if request.model != model_name:
        message = f"The model `{request.model}` does not exist."
        raise OpenAIError(404, message, kind, "model", "model_not_found")
    if request.max_tokens is not None and request.max_completion_tokens is not None:
        message = "Send max_tokens or max_completion_tokens, not both."
        raise OpenAIError(400, message, kind, "max_tokens", "invalid_parameter_combination")
    # A message costs two more, for its role and its end, and the answer one, for its beginning.
    prompt_tokens = 1 + sum(model.count_tokens(part.content) + 2 for part in request.messages)
    max_tokens = request.max_completion_tokens or request.max_tokens or 256
    if upstream is None and prompt_tokens + max_tokens > CONTEXT_LENGTH:
        message = (
            f"The context holds {CONTEXT_LENGTH} tokens. "
            f"The messages have {prompt_tokens}, and {max_tokens} were asked for."
        )
        raise OpenAIError(400, message, kind, "messages", "context_length_exceeded")
    return prompt_tokens, max_tokens


def read_usage(prompt_tokens: int, generation: Generation) -> dict[str, int]:
    return {
        "prompt_tokens": prompt_tokens,
        "completion_tokens": generation.tokens,
        "total_tokens": prompt_tokens + generation.tokens,
    }
# endregion


# region answer
def answer(request: ChatRequest, max_tokens: int, generation: Generation) -> AsyncIterator[str]:
    """The text of the answer, token by token."""
    return complete(
        model,
        prompt="\n".join(part.content for part in request.messages),
        temperature=request.temperature,
        seed=random.randrange(2**32) if request.seed is None else request.seed,
        max_tokens=max_tokens,
        stop=[words for words in request.stop or [] if words],
        ignore_eos=request.ignore_eos,
        delay=delay,
        generation=generation,
    )
# endregion


# region chunks
async def stream_chunks(
    request: ChatRequest, prompt_tokens: int, max_tokens: int
) -> AsyncIterator[str]:
    """The answer as events: who speaks, each text, why it ended, and what it cost if that was asked for."""
    generation = start_generation()
    head = {
        "id": generation.id,
        "object": "chat.completion.chunk",
        "created": int(time.time()),
        "model": model_name,
    }

    def write(part: dict[str, Any]) -> str:
        return f"data: {json.dumps({**head, **part}, separators=(',', ':'))}\n\n"

    def chunk(delta: dict[str, str], finish_reason: str | None = None) -> str:
        return write({"choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}]})

    # region events
    try:
        yield chunk({"role": "assistant", "content": ""})
        async for content in answer(request, max_tokens, generation):
            yield chunk({"content": content})
        yield chunk({}, generation.finish_reason)
        if request.stream_options and request.stream_options.include_usage:
            yield write({"choices": [], "usage": read_usage(prompt_tokens, generation)})
        yield "data: [DONE]\n\n"
    finally:
        end_generation(generation)
    # endregion
# endregion


# region chat
@app.post(
    "/v1/chat/completions",
    response_model=ChatCompletion,
    responses={
        200: {
            "description": "The answer, or with `stream` its chunks as events",
            "content": {"text/event-stream": {"schema": {"type": "string"}}},
        },
        400: {"model": ErrorReply, "description": "Too long, or a contradiction"},
        404: {"model": ErrorReply, "description": "No such model"},
        502: {"model": ErrorReply, "description": "The model elsewhere failed"},
        504: {"model": ErrorReply, "description": "The model elsewhere took too long"},
    },
)
async def create_completion(request: ChatRequest, http: Request) -> Any:
    # region begin
    prompt_tokens, max_tokens = measure(request)
    if upstream:
        return await pass_on(upstream, await http.body(), request.stream)
    if request.stream:
        chunks = stream_chunks(request, prompt_tokens, max_tokens)
        return StreamingResponse(chunks, media_type="text/event-stream", headers=EVENT_STREAM)
    # endregion

    generation = start_generation()
    try:
        content = ""
        async for text in answer(request, max_tokens, generation):
            content += text
            # A function that has not answered yet is not told that the client is gone: it has to ask.
            if await http.is_disconnected():
                break
        return {
            "id": generation.id,
            "object": "chat.completion",
            "created": int(time.time()),
            "model": model_name,
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": content},
                    "finish_reason": generation.finish_reason or "stop",
                }
            ],
            "usage": read_usage(prompt_tokens, generation),
        }
    finally:
        end_generation(generation)
# endregion


# region counter
class GenerationList(BaseModel):
    generations: list[Generation]


@app.get("/generations", response_model=GenerationList)
async def count_generations():
    return {"generations": list_generations()}
# endregion
