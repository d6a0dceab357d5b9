"""A client's disconnection is seen at once, and probing leaves nothing behind."""

import asyncio

from fastapi import Request
from starlette.types import Message

from src.presentation.utils.client import disconnect_probe


class Connection:
    """Receives as servers do: waits until the client has disconnected, then says so."""

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
    is_disconnected = disconnect_probe(Request({"type": "http"}, connection.receive))
    assert not is_disconnected()
    assert connection.waiting == 0


async def test_a_client_that_disconnected_is_seen_whenever_it_is_asked() -> None:
    connection = Connection()
    is_disconnected = disconnect_probe(Request({"type": "http"}, connection.receive))
    assert not is_disconnected()
    connection.closed.set()
    assert is_disconnected()
    assert is_disconnected()
