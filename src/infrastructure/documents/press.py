"""Where documents are printed: in a process of its own, one at a time."""

import asyncio
import os
import subprocess
import sys
import threading
from pathlib import Path

import structlog

from src.domain.errors import Unavailable
from src.infrastructure.documents.jobs import Job, receive, send

MAX_WAITING = 20
SECONDS_TO_PRINT = 60.0
SECONDS_IDLE = 60.0
PROJECT = Path(__file__).parents[3]
ENVIRONMENT = ("PATH", "SYSTEMROOT", "HOME", "USERPROFILE", "LANG", "PYTHONDONTWRITEBYTECODE")
"""What the process gets to know: no secrets of the server."""

log = structlog.get_logger()


class Press:
    """Prints in a process, so that neither the interpreter's lock nor memory is the server's.

    The process is started when something is to be printed and ends after a minute without work.
    One document is printed at a time. Raises Unavailable when twenty are waited for already, when
    one takes more than a minute, or when the process ended over it.
    """

    def __init__(self) -> None:
        self._turn = asyncio.Semaphore(1)
        self._waiting = 0
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._idle: asyncio.TimerHandle | None = None
        self._is_closed = False

    @property
    def process_id(self) -> int | None:
        """The process, while there is one."""
        return self._process.pid if self._process else None

    async def print(self, job: Job) -> bytes:
        """Return the file that the job makes."""
        if self._waiting >= MAX_WAITING:
            raise Unavailable("Many documents are being printed.", retry_after_seconds=5)
        self._waiting += 1
        try:
            async with self._turn:
                return await self._print(job)
        finally:
            self._waiting -= 1

    async def close(self) -> None:
        """End the process, and what it is printing."""
        self._is_closed = True
        self._cancel_idle()
        await asyncio.to_thread(self._end)

    async def _print(self, job: Job) -> bytes:
        self._cancel_idle()
        try:
            async with asyncio.timeout(SECONDS_TO_PRINT):
                return await asyncio.to_thread(self._exchange, job)
        except (TimeoutError, EOFError, OSError) as error:
            await asyncio.to_thread(self._end)
            if not self._is_closed:
                # What went wrong in it, the process says itself.
                log.error("printing_failed", job=type(job).__name__, reason=type(error).__name__)
            raise Unavailable("The document cannot be printed at the moment.") from error
        finally:
            loop = asyncio.get_running_loop()
            self._idle = loop.call_later(SECONDS_IDLE, self._end)

    def _exchange(self, job: Job) -> bytes:
        process = self._running()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        send(process.stdin, job)
        content: bytes = receive(process.stdout)
        return content

    def _running(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._is_closed:
                raise EOFError
            if self._process is None or self._process.poll() is not None:
                self._process = _start()
            return self._process

    def _cancel_idle(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _end(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _start() -> "subprocess.Popen[bytes]":
    environment = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "src.infrastructure.documents.printer"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=PROJECT,
        env=environment,
        # Ctrl-C ends the server, which ends this.
        start_new_session=True,
    )
