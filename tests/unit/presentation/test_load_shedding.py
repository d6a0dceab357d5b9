"""Load shedding: of one client few requests run at a time, and nobody else waits for them."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from src.application.concurrency.shares import Shares
from src.presentation.middleware.load_shedding import EXEMPT, LoadShedding

USERS = {"anna": 1, "anna-too": 1, "ben": 2}


class Shop:
    """An application behind load shedding, whose responses begin and end when the test says so."""

    def __init__(self, *, max_requests: int = 100) -> None:
        self._shedding = LoadShedding(
            self._app, Shares(total=max_requests, each=1), user_of=USERS.get
        )
        self.running: list[str] = []
        self.may_begin = asyncio.Event()
        self.may_end = asyncio.Event()
        self.tasks: list[asyncio.Task[int]] = []

    async def ask(self, path: str, *, token: str | None = None, host: str = "192.0.2.1") -> None:
        """Send a GET and let it come as far as it can."""
        headers = [(b"authorization", f"Bearer {token}".encode())] if token else []
        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "headers": headers,
            "query_string": b"",
            "client": (host, 1),
            "state": {"correlation_id": "1"},
        }
        self.tasks.append(asyncio.create_task(self._run(scope)))
        for _ in range(5):
            await asyncio.sleep(0)

    async def end(self) -> list[int]:
        """Let all responses begin and end; their statuses."""
        self.may_begin.set()
        self.may_end.set()
        return await asyncio.gather(*self.tasks)

    async def _run(self, scope: Scope) -> int:
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        await self._shedding(scope, receive, send)
        return int(sent[0]["status"])

    async def _app(self, scope: Scope, _: Receive, send: Send) -> None:
        self.running.append(scope["path"])
        await self.may_begin.wait()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await self.may_end.wait()
        await send({"type": "http.response.body", "body": b""})


async def test_second_request_of_a_user_waits_and_another_users_does_not() -> None:
    shop = Shop()
    await shop.ask("/1", token="anna", host="192.0.2.1")
    # Another token and another address are still the same user.
    await shop.ask("/2", token="anna-too", host="192.0.2.2")
    await shop.ask("/3", token="ben", host="192.0.2.1")
    assert shop.running == ["/1", "/3"]
    assert await shop.end() == [204] * 3
    assert shop.running == ["/1", "/3", "/2"]


async def test_without_a_valid_token_an_address_is_a_client() -> None:
    shop = Shop()
    await shop.ask("/1", host="192.0.2.1")
    await shop.ask("/2", token="made up", host="192.0.2.1")
    await shop.ask("/3", token="made up", host="192.0.2.2")
    assert shop.running == ["/1", "/3"]
    assert await shop.end() == [204] * 3


async def test_stream_counts_until_it_is_opened() -> None:
    """Anybody may ask for streams of events that do not exist, each of which is looked up."""
    path = "/api/v1/events/1/availability/stream"
    shop = Shop()
    await shop.ask(path)
    await shop.ask(path)
    assert shop.running == [path]
    shop.may_begin.set()
    await shop.ask("/1")
    assert shop.running == [path, path, "/1"]
    assert await shop.end() == [204] * 3


@pytest.mark.parametrize("path", EXEMPT)
async def test_operators_wait_for_nobody(path: str) -> None:
    shop = Shop(max_requests=1)
    await shop.ask("/1")
    await shop.ask(path)
    assert shop.running == ["/1", path]
    assert await shop.end() == [204] * 2


async def test_client_that_fills_the_process_is_refused_and_another_is_not() -> None:
    shop = Shop(max_requests=4)
    for number in range(5):
        await shop.ask(f"/{number}", token="anna")
    await shop.ask("/ben", token="ben")
    assert shop.running == ["/0", "/ben"]
    assert await shop.end() == [204] * 4 + [503, 204]
