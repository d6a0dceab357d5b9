"""Limits that all processes count together, in a Redis or Valkey, and what happens without it."""

import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, suppress
from pathlib import Path

import pytest

from src.infrastructure.logs import configure_logs
from src.infrastructure.security import rate_limiter
from src.infrastructure.security.rate_limiter import SlidingWindowLimiter
from tests.support.logs import captured_logs
from tests.support.product import free_port

SERVER = shutil.which("valkey-server") or shutil.which("redis-server")
PASSWORD = "hunter2"

pytestmark = pytest.mark.skipif(SERVER is None, reason="neither valkey-server nor redis-server")


class StorageServer:
    """A server of its own for a test, which can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://:{PASSWORD}@127.0.0.1:{self._port}/0"

    def start(self) -> None:
        assert SERVER is not None
        options = ["--save", "", "--requirepass", PASSWORD, "--bind", "127.0.0.1"]
        self._process = subprocess.Popen(
            [SERVER, "--port", str(self._port), *options],
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self._port), 1):
                return
            time.sleep(0.05)
        raise AssertionError("The storage does not start.")

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[StorageServer]:
    configure_logs(is_json=True)
    server = StorageServer(tmp_path)
    server.start()
    yield server
    server.stop()


MakeLimiter = Callable[..., SlidingWindowLimiter]


class Clock:
    """What a limiter goes by for when to ask again."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def limiter() -> AsyncIterator[MakeLimiter]:
    """Makes the limiter of one process after another, which allow three tries a day."""
    async with AsyncExitStack() as closing:

        def make(url: str, clock: Clock | None = None) -> SlidingWindowLimiter:
            made = SlidingWindowLimiter(
                {"login": "3/day"}, is_enabled=True, storage_url=url, monotonic=clock or Clock()
            )
            closing.push_async_callback(made.close)
            return made

        yield make


async def tries(limiter: SlidingWindowLimiter, number: int, key: str = "client") -> list[bool]:
    """Try so often; whether each was allowed."""
    quotas = [await limiter.hit("login", key) for _ in range(number)]
    return [quota is not None and not quota.is_exceeded for quota in quotas]


@pytest.mark.parametrize("scheme", ["redis", "valkey"])
async def test_processes_count_together_and_keys_alone(
    server: StorageServer, limiter: MakeLimiter, scheme: str
) -> None:
    url = server.url.replace("redis", scheme)
    here, there = limiter(url), limiter(url)
    assert await tries(here, 2) == [True, True]
    assert await tries(there, 2) == [True, False]
    assert await tries(here, 1) == [False]
    assert await tries(here, 1, "another") == [True]
    quota = await there.look("login", "another", attempts=2)
    assert quota is not None
    assert (quota.remaining, quota.is_exceeded) == (2, False)
    assert 0 < quota.reset_seconds <= quota.window_seconds == 24 * 3600


async def test_refused_tries_do_not_count(server: StorageServer, limiter: MakeLimiter) -> None:
    here = limiter(server.url)
    assert await tries(here, 10) == [True] * 3 + [False] * 7
    quota = await here.look("login", "client", attempts=1)
    assert quota is not None
    assert quota.remaining == 0


async def test_process_whose_clock_is_ahead_locks_nobody_out(
    server: StorageServer, limiter: MakeLimiter, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = limiter(server.url)
    with monkeypatch.context() as patched:
        real = time.time
        patched.setattr(time, "time", lambda: real() + 10 * 24 * 3600)
        assert await tries(ahead, 1) == [True]
    assert await tries(limiter(server.url), 3) == [True, True, False]


async def test_each_process_counts_by_itself_while_the_storage_is_away_and_says_so_once(
    server: StorageServer, limiter: MakeLimiter
) -> None:
    clock = Clock()
    here, there = limiter(server.url, clock), limiter(server.url, clock)
    assert await tries(here, 3) == [True] * 3
    server.stop()
    with captured_logs() as logs:
        for _ in range(3):
            assert len(await tries(here, 1)) == 1
            clock.now += rate_limiter.STORAGE_REST_SECONDS
        assert await tries(here, 1) == [False]
    assert [entry["event"] for entry in logs.entries] == ["rate_limit_storage_away"]
    assert PASSWORD not in logs.text
    assert await tries(there, 3) == [True] * 3
    server.start()
    clock.now += rate_limiter.STORAGE_REST_SECONDS
    with captured_logs() as logs:
        assert await tries(here, 1) == [True]
        assert await tries(there, 3) == [True, True, False]
    assert [entry["event"] for entry in logs.entries] == ["rate_limit_storage_back"] * 2


async def test_storage_that_is_away_is_left_in_peace_for_a_while(
    server: StorageServer, limiter: MakeLimiter
) -> None:
    clock = Clock()
    here = limiter(server.url, clock)
    server.stop()
    assert await tries(here, 1) == [True]
    server.start()
    assert await tries(here, 1) == [True]
    clock.now += rate_limiter.STORAGE_REST_SECONDS
    assert await tries(here, 3) == [True] * 3


async def test_storage_that_does_not_answer_holds_up_nobody_for_long(
    limiter: MakeLimiter,
) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        here = limiter(f"redis://127.0.0.1:{silent.getsockname()[1]}")
        started = time.monotonic()
        assert await tries(here, 5) == [True] * 3 + [False] * 2
        assert time.monotonic() - started < 5 * rate_limiter.STORAGE_TIMEOUT_SECONDS
