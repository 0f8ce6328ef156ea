from collections.abc import Mapping
from typing import Any

from fastapi import Request
from fastapi.responses import JSONResponse


class OpenAIError(Exception):
    """Raised anywhere, it is answered with its status and `{"error": ...}`, as OpenAI's clients expect it."""

    def __init__(
        self,
        status: int,
        message: str,
        type: str,
        param: str | None = None,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ):
        super().__init__(message)
        self.status = status
        # All four keys are always there.
        self.body: dict[str, Any] = {
            "error": {"message": message, "type": type, "param": param, "code": code}
        }
        self.headers = headers


async def answer_openai_error(request: Request, error: OpenAIError) -> JSONResponse:
    return JSONResponse(error.body, error.status, error.headers)
