import asyncio
import http.client
import json
import time
from dataclasses import dataclass
from typing import Any

from fastapi import HTTPException

from parts.stock_process import StockProcess
from parts.tracing import SpanLog, current_trace, write_traceparent

# How long a reply of stock is waited for.
TIMEOUT_S = 1.0


@dataclass
class Reply:
    status: int
    json: Any


def send(
    port: int, method: str, path: str, body: Any, headers: dict[str, str], timeout_s: float
) -> Reply:
    """What httpx does in one line, with what Python brings along."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout_s)
    try:
        if body is not None:
            headers = {**headers, "content-type": "application/json"}
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        reply = connection.getresponse()
        return Reply(reply.status, json.load(reply))
    finally:
        connection.close()


# region send
class StockClient:
    """Sends requests to stock, each once and as a span of its own, within the trace of whoever sends it."""

    def __init__(self, stock: StockProcess, spans: SpanLog):
        self.stock = stock
        self.spans = spans

    async def send(
        self, method: str, path: str, body: Any = None, idempotency_key: str | None = None
    ) -> Reply:
        headers = {}
        if idempotency_key is not None:
            headers["idempotency-key"] = idempotency_key
        if (trace_id := current_trace.get()) is not None:
            headers["traceparent"] = write_traceparent(trace_id)
        started, status = time.perf_counter(), 0
        try:
            # A thread, so that other requests are served meanwhile; httpx.AsyncClient needs none.
            sending = asyncio.to_thread(
                send, self.stock.port, method, path, body, headers, TIMEOUT_S
            )
            reply = await asyncio.wait_for(sending, TIMEOUT_S)
            status = reply.status
        # region faults
        except TimeoutError:
            raise HTTPException(504, "Stock did not answer in time")
        except (OSError, http.client.HTTPException, ValueError):
            raise HTTPException(502, "Stock cannot be reached")
        finally:
            self.spans.end(f"{method} stock{path}", status, started)
        if status >= 500:
            raise HTTPException(502, "Stock failed")
        # endregion
        return reply
# endregion
