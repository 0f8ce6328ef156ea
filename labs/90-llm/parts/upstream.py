import json
import os
from collections.abc import AsyncIterator
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from fastapi import Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from .completion import Generation, end_generation, start_generation
from .openai_error import OpenAIError

EVENT_STREAM = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}


class Upstream:
    """A real model: where it answers, under which name, and with which key."""

    def __init__(self, url: str, key: str, model: str, timeout: float):
        self.url = f"{url.rstrip('/')}/chat/completions"
        self.key = key
        self.model = model
        self.timeout = timeout


def read_upstream() -> Upstream | None:
    """The model that the environment names, if it names one."""
    url = os.environ.get("OPENAI_BASE_URL")
    if url is None:
        return None
    model = os.environ.get("OPENAI_MODEL")
    if model is None:
        raise SystemExit("OPENAI_BASE_URL needs OPENAI_MODEL beside it.")
    timeout = float(os.environ.get("OPENAI_TIMEOUT_MS", "60000")) / 1000
    return Upstream(url, os.environ.get("OPENAI_API_KEY", ""), model, timeout)


# region pass-on
async def pass_on(upstream: Upstream, body: bytes, is_stream: bool) -> Response:
    """Has the request answered by the model elsewhere, under this server's key, and hands on its reply as it comes."""
    if is_stream:
        reply = await run_in_threadpool(ask, upstream, body)
        return StreamingResponse(relay(reply), media_type="text/event-stream", headers=EVENT_STREAM)
    generation = start_generation()
    try:
        reply = await run_in_threadpool(ask, upstream, body)
        text = await run_in_threadpool(reply.read)
        completion = json.loads(text)
        generation.tokens = (completion.get("usage") or {}).get("completion_tokens", 0)
        generation.finish_reason = completion["choices"][0].get("finish_reason")
        generation.state = "finished"
        return Response(text, media_type="application/json")
    except OpenAIError:
        generation.state = "failed"
        raise
    except (OSError, HTTPException, ValueError, LookupError):
        generation.state = "failed"
        raise server_error(502, "The model broke off.") from None
    finally:
        end_generation(generation)
# endregion


# region ask
# The standard library does it, in a thread. With httpx.AsyncClient no thread would wait.
def ask(upstream: Upstream, body: bytes) -> HTTPResponse:
    """The reply of the model elsewhere, once it has begun."""
    headers = {"Authorization": f"Bearer {upstream.key}", "Content-Type": "application/json"}
    try:
        return urlopen(Request(upstream.url, body, headers), timeout=upstream.timeout)
    except HTTPError as error:
        raise map_error(error) from None
    except TimeoutError:
        raise server_error(504, "The model took too long to begin.") from None
    except (OSError, HTTPException):
        raise server_error(502, "The model cannot be reached.") from None
# endregion


# region map-errors
def map_error(error: HTTPError) -> OpenAIError:
    """What is the client's to change goes on to the client; all else is the server's own affair, its key above all."""
    if error.code not in (400, 413, 422, 429):
        return server_error(502, f"The model answered {error.code}.")
    try:
        details: dict[str, Any] = json.loads(error.read())["error"]
    except (OSError, HTTPException, ValueError, LookupError, TypeError):
        details = {}
    retry_after = error.headers.get("Retry-After")
    return OpenAIError(
        error.code,
        details.get("message", "The model refused."),
        details.get("type", "invalid_request_error"),
        details.get("param"),
        details.get("code"),
        headers={} if retry_after is None else {"Retry-After": retry_after},
    )


def server_error(status: int, message: str) -> OpenAIError:
    return OpenAIError(status, message, "server_error")
# endregion


# region relay
async def relay(reply: HTTPResponse) -> AsyncIterator[str]:
    """The events of a stream, one by one. Its status is sent by now: when it breaks off, only an event can say so.
    When the client is gone, the next event ends the request to the model too."""
    generation = start_generation()
    try:
        event = ""
        try:
            while line := await run_in_threadpool(reply.readline):
                event += line.decode()
                if line.strip() != b"":
                    continue
                count(event, generation)
                yield event
                event = ""
        except (OSError, HTTPException, ValueError):
            pass  # Told below, as an end without its last event is.
        if generation.state == "running":
            generation.state = "failed"
            error = server_error(502, "The model broke off.")
            yield f"data: {json.dumps(error.body, separators=(',', ':'))}\n\n"
    finally:
        end_generation(generation)
        reply.close()


def count(event: str, generation: Generation) -> None:
    """Counts the tokens as they pass: a chunk holds one, as a rule."""
    data = event.removeprefix("data:").strip()
    if data == "[DONE]":
        generation.state = "finished"
    if not data.startswith("{"):
        return
    for choice in json.loads(data).get("choices", [])[:1]:
        if choice.get("delta", {}).get("content"):
            generation.tokens += 1
        generation.finish_reason = choice.get("finish_reason") or generation.finish_reason
# endregion
