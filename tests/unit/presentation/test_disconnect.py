"""A client's departure is told at once, and who asks leaves nothing behind."""

import asyncio

from fastapi import Request
from starlette.types import Message

from src.presentation.dependencies.disconnect import departure


class Connection:
    """Receives as servers do: waits until the client has hung up, then says so."""

    def __init__(self) -> None:
        self.closed = asyncio.Event()
        self.waiting = 0

    async def receive(self) -> Message:
        self.waiting += 1
        try:
            await self.closed.wait()
        finally:
            self.waiting -= 1
        return {"type": "http.disconnect"}


async def test_a_client_that_is_there_has_not_left_and_nobody_goes_on_waiting() -> None:
    connection = Connection()
    has_left = departure(Request({"type": "http"}, connection.receive))
    assert not has_left()
    assert connection.waiting == 0


async def test_a_client_that_hung_up_has_left_whenever_it_is_asked() -> None:
    connection = Connection()
    has_left = departure(Request({"type": "http"}, connection.receive))
    assert not has_left()
    connection.closed.set()
    assert has_left()
    assert has_left()
