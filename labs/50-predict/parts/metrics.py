import time
from collections import Counter
from dataclasses import dataclass, field

from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Upper bounds of the histogram's buckets, in seconds.
BOUNDS = [0.001, 0.005, 0.025, 0.1, 0.5]


@dataclass
class Measured:
    statuses: Counter[int] = field(default_factory=Counter)
    buckets: list[int] = field(default_factory=lambda: [0] * len(BOUNDS))
    sum: float = 0
    count: int = 0


# region metrics
class Metrics:
    """Counts in memory, by the paths of routes: where no route fits it is `other`, or a scanner could fill the memory."""

    def __init__(self):
        self.measured: dict[str, Measured] = {}

    def observe(self, route: BaseRoute | None, status: int, seconds: float) -> None:
        entry = self.measured.setdefault(getattr(route, "path", "other"), Measured())
        entry.statuses[status] += 1
        for index, bound in enumerate(BOUNDS):
            entry.buckets[index] += seconds <= bound
        entry.sum += seconds
        entry.count += 1

    def write(self) -> str:
        """All of it in Prometheus's text format."""
        paths = sorted(self.measured.items())
        lines = [
            "# HELP http_requests_total Requests answered.",
            "# TYPE http_requests_total counter",
            *(line for path, entry in paths for line in write_counts(path, entry)),
            "# HELP http_request_duration_seconds Time until there was a reply.",
            "# TYPE http_request_duration_seconds histogram",
            *(line for path, entry in paths for line in write_histogram(path, entry)),
            "",
        ]
        return "\n".join(lines)
# endregion


# region middleware
class CountRequests:
    """Speaks ASGI itself, which is cheaper than `@app.middleware("http")`: no task is made, no reply wrapped."""

    def __init__(self, app: ASGIApp, metrics: Metrics):
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start = time.perf_counter()

        def count(status: int) -> None:
            self.metrics.observe(scope.get("route"), status, time.perf_counter() - start)

        async def send_counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                count(message["status"])
            await send(message)

        try:
            await self.app(scope, receive, send_counted)
        except Exception:
            count(500)  # What an error becomes, outside of all middleware.
            raise
# endregion


def write_counts(path: str, entry: Measured) -> list[str]:
    statuses = sorted(entry.statuses.items())
    return [
        f'http_requests_total{{path="{path}",status="{status}"}} {count}'
        for status, count in statuses
    ]


def write_histogram(path: str, entry: Measured) -> list[str]:
    name = "http_request_duration_seconds"
    return [
        *(
            f'{name}_bucket{{path="{path}",le="{bound}"}} {count}'
            for bound, count in zip(BOUNDS, entry.buckets)
        ),
        f'{name}_bucket{{path="{path}",le="+Inf"}} {entry.count}',
        f'{name}_sum{{path="{path}"}} {entry.sum}',
        f'{name}_count{{path="{path}"}} {entry.count}',
    ]
