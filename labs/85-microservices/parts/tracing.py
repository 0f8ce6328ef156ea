import re
import secrets
import time
from contextvars import ContextVar
from enum import StrEnum

from fastapi import Request
from pydantic import BaseModel


class Service(StrEnum):
    orders = "orders"
    stock = "stock"


class EndedSpan(BaseModel):
    """One piece of work that has ended. Its status is 0 where no reply came."""

    number: int = 0
    service: Service
    name: str
    trace_id: str
    status: int
    duration_ms: float
    ended_at_ms: int


# region traceparent
VALID = re.compile(r"00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")


def read_trace_id(traceparent: str) -> str:
    """The trace id of a W3C traceparent; a new one where there is none that is valid."""
    match = VALID.fullmatch(traceparent)
    return match[1] if match else secrets.token_hex(16)


def write_traceparent(trace_id: str) -> str:
    """The header that hands a trace on: its id, with a new id for the span the next service belongs to."""
    return f"00-{trace_id}-{secrets.token_hex(8)}-01"
# endregion


# The trace that the code running now belongs to, also after an await.
current_trace: ContextVar[str | None] = ContextVar("current_trace", default=None)


# region spans
class SpanLog:
    """The newest spans of one service; another one's can be added. They are numbered when they are read."""

    def __init__(self, service: Service, paths: tuple[str, ...]):
        self.service = service
        self.paths = paths
        self.waiting: list[EndedSpan] = []
        self.numbered: list[EndedSpan] = []
        self.last = 0

    def list(self, after: int) -> list[EndedSpan]:
        # In the same millisecond the one that was called has ended first.
        self.waiting.sort(key=lambda span: (span.ended_at_ms, span.service is Service.orders))
        for span in self.waiting:
            self.last += 1
            self.numbered.append(span.model_copy(update={"number": self.last}))
        self.waiting.clear()
        del self.numbered[:-200]
        return [span for span in self.numbered if span.number > after]

    async def trace(self, request: Request, call_next):
        """Middleware that makes a span of each request, within the trace that the request names."""
        if not request.url.path.startswith(self.paths):
            return await call_next(request)
        current_trace.set(read_trace_id(request.headers.get("traceparent", "")))
        started = time.perf_counter()
        response = await call_next(request)
        self.end(f"{request.method} {request.url.path}", response.status_code, started)
        return response

    def end(self, name: str, status: int, started: float):
        """Keeps a span that began at `started`, if it belongs to a trace."""
        if (trace_id := current_trace.get()) is None:
            return
        span = EndedSpan(
            service=self.service,
            name=name,
            trace_id=trace_id,
            status=status,
            duration_ms=round((time.perf_counter() - started) * 1000, 1),
            ended_at_ms=time.time_ns() // 1_000_000,
        )
        self.waiting.append(span)
# endregion
