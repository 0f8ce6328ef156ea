import asyncio
import subprocess
import sys
from pathlib import Path


class StockProcess:
    """The process that serves stock. Its standard input closes when this process is gone, and that ends it."""

    def __init__(self):
        self.child: subprocess.Popen | None = None
        self.port = 0

    @property
    def is_running(self) -> bool:
        return self.child is not None and self.child.poll() is None

    async def start(self):
        """Starts it again unless it runs."""
        if self.is_running:
            return
        self.child = subprocess.Popen(
            [sys.executable, "-m", "parts.stock"],
            cwd=Path(__file__).parent.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.port = int(await asyncio.to_thread(self.child.stdout.readline))

    def kill(self):
        """Ends it at once."""
        if self.child is not None:
            self.child.kill()
            self.child.wait()
