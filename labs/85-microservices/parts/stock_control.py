import asyncio
import http.client

from parts.stock import Mode
from parts.stock_client import send
from parts.stock_process import StockProcess
from parts.tracing import EndedSpan, SpanLog

# Longer than stock needs to finish what it has in hand.
TIMEOUT_S = 8.0


class StockControl:
    """What the lab does to stock, beside calling it as any client would."""

    def __init__(self, stock: StockProcess, spans: SpanLog):
        self.stock = stock
        self.spans = spans
        self.mode = Mode.ok
        self.changing = asyncio.Lock()
        self.collected = (0, 0)

    async def set_mode(self, mode: Mode):
        """Nothing is left in hand afterwards. `down` ends the process; any other mode starts it again."""
        async with self.changing:
            if mode is not Mode.down:
                await self.stock.start()
            if self.stock.is_running:
                await self._send("PUT", "/mode", {"mode": mode})
            if mode is Mode.down:
                await self.collect_spans()
                self.stock.kill()
            self.mode = mode

    async def collect_spans(self):
        """Brings stock's new spans into the log of orders; none while stock cannot be asked."""
        if not self.stock.is_running:
            return
        port = self.stock.port
        try:
            reply = await self._send("GET", f"/spans?after={self._collected_from(port)}")
        except (OSError, http.client.HTTPException):
            return
        for span in map(EndedSpan.model_validate, reply.json):
            # Whoever asked at the same time may have brought it.
            if span.number > self._collected_from(port):
                self.spans.waiting.append(span)
                self.collected = (port, span.number)

    def _collected_from(self, port: int) -> int:
        return self.collected[1] if self.collected[0] == port else 0

    async def _send(self, method: str, path: str, body: dict | None = None):
        return await asyncio.to_thread(send, self.stock.port, method, path, body, {}, TIMEOUT_S)
