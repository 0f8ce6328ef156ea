from collections.abc import Awaitable, Callable
from enum import StrEnum


class BreakerState(StrEnum):
    closed = "closed"
    open = "open"
    half_open = "half-open"


class CircuitOpen(Exception):
    """Raised in place of a call that was not made; a trial may be made in `left_ms`."""

    def __init__(self, left_ms: float):
        super().__init__("The circuit is open.")
        self.left_ms = left_ms


# region breaker
class Breaker:
    """Whoever fails too often in a row is left alone for a while, then tried with one call."""

    def __init__(self, failure_threshold: int, open_ms: float, now: Callable[[], float]):
        self.failure_threshold = failure_threshold
        self.open_ms = open_ms
        self.now = now
        self.failures = 0
        self.opened_at_ms: float | None = None
        self.is_trial_out = False

    @property
    def opened_for_ms(self) -> float | None:
        return None if self.opened_at_ms is None else self.now() - self.opened_at_ms

    @property
    def state(self) -> BreakerState:
        if self.opened_for_ms is None:
            return BreakerState.closed
        return BreakerState.open if self.opened_for_ms < self.open_ms else BreakerState.half_open

    async def run(self, call: Callable[[], Awaitable]):
        """Makes the call, or raises CircuitOpen without making it. A call that raises is a failure."""
        is_trial = self.state is BreakerState.half_open
        begun_in = self.opened_at_ms
        if begun_in is not None and (not is_trial or self.is_trial_out):
            raise CircuitOpen(max(0, begun_in + self.open_ms - self.now()))
        self.is_trial_out = is_trial or self.is_trial_out
        try:
            result = await call()
        except Exception:
            # What began before it opened says nothing about now.
            if self.opened_at_ms == begun_in:
                self._fail()
            raise
        else:
            if self.opened_at_ms == begun_in:
                self._succeed()
            return result
        finally:
            if is_trial:
                self.is_trial_out = False

    # region outcome
    def _succeed(self):
        self.failures = 0
        self.opened_at_ms = None

    def _fail(self):
        self.failures += 1
        if self.opened_at_ms is not None or self.failures >= self.failure_threshold:
            self.opened_at_ms = self.now()
    # endregion
# endregion
