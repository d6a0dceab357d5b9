"""A table of any length is sent in flat memory, to a few at a time, and to nobody who has gone."""

import asyncio
import tracemalloc
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from src.application.reports.exports import MAX_EXPORTS, MAX_EXPORTS_OF_USER, Export, Exports
from src.domain.errors import Unavailable
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.presentation.utils import csv_stream
from src.presentation.utils.csv_stream import CsvStream
from src.presentation.utils.csv_table import Cell

SCOPE: Mapping[str, Any] = {"type": "http", "method": "GET", "asgi": {"spec_version": "2.3"}}


class Client:
    """Takes a response; `at_part` is awaited for each part of its body."""

    def __init__(self, at_part: Callable[["Client"], Any] | None = None) -> None:
        self.status: int | None = None
        self.headers: dict[str, str] = {}
        self.size = self.parts = 0
        self.is_whole = False
        self.has_gone = asyncio.Event()
        self._at_part = at_part

    async def send(self, message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
            return
        self.size += len(message["body"])
        self.parts += 1
        self.is_whole = not message.get("more_body", False)
        if self._at_part is not None:
            await self._at_part(self)

    async def receive(self) -> dict[str, Any]:
        await self.has_gone.wait()
        return {"type": "http.disconnect"}


def table(number: int, exports: Exports | None = None, user_id: int = 1) -> CsvStream[int]:
    async def read(page: PageRequest) -> Page[int]:
        await asyncio.sleep(0)
        first = page.after.id if page.after else 0
        rows = list(range(first + 1, min(first + page.limit, number) + 1))
        end = first + len(rows)
        return Page(rows, Cursor(page.sort, "", end) if end < number else None)

    def cells(row: int) -> Mapping[str, Cell]:
        return {"id": row, "name": f"Somebody with a name {row}", "email": f"{row}@example.com"}

    export = Export(number, user_id, exports or Exports(), read, "oldest")
    return CsvStream("people", ("id", "name", "email"), export, cells)


async def take(stream: CsvStream[int], client: Client) -> Client:
    await stream(dict(SCOPE), client.receive, client.send)
    return client


async def test_the_number_of_rows_is_known_before_they_come() -> None:
    client = await take(table(2_500), Client())
    assert (client.status, client.is_whole) == (200, True)
    assert client.headers["x-total-count"] == "2500"
    assert "content-length" not in client.headers
    assert client.parts > 3


async def test_memory_does_not_grow_with_the_table() -> None:
    async def peak(number: int) -> tuple[int, int]:
        tracemalloc.start()
        client = await take(table(number), Client())
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert client.is_whole
        return most, client.size

    small, _ = await peak(5_000)
    large, size = await peak(60_000)
    assert size > 3_000_000
    assert large < small + 300_000


async def test_only_so_many_tables_are_sent_at_once() -> None:
    exports, go_on, have_begun = Exports(), asyncio.Event(), asyncio.Semaphore(0)

    async def wait(_: Client) -> None:
        have_begun.release()
        await go_on.wait()

    clients = [Client(wait) for _ in range(MAX_EXPORTS)]
    tasks = [
        asyncio.create_task(take(table(10, exports, number // MAX_EXPORTS_OF_USER), client))
        for number, client in enumerate(clients)
    ]
    for _ in clients:
        await have_begun.acquire()
    assert exports.count == MAX_EXPORTS
    for user_id in (0, 99):
        refused = Client()
        with pytest.raises(Unavailable):
            await take(table(10, exports, user_id), refused)
        assert refused.status is None
    go_on.set()
    await asyncio.gather(*tasks)
    assert exports.count == 0
    assert (await take(table(10, exports), Client())).is_whole


async def test_client_that_has_gone_ends_the_reading() -> None:
    async def go(client: Client) -> None:
        client.has_gone.set()
        await asyncio.sleep(0)

    exports = Exports()
    client = await asyncio.wait_for(take(table(10**9, exports), Client(go)), 10)
    assert client.parts < 10
    assert exports.count == 0


async def test_client_that_takes_nothing_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_stream, "SECONDS_TO_TAKE_A_PART", 0.01)
    exports = Exports()
    client = await asyncio.wait_for(
        take(table(10**9, exports), Client(lambda client: client.has_gone.wait())), 10
    )
    assert (client.is_whole, exports.count) == (False, 0)


async def test_table_that_takes_too_long_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_stream, "SECONDS_IN_ALL", 0.05)
    exports = Exports()
    client = await asyncio.wait_for(take(table(10**9, exports), Client()), 10)
    assert (client.is_whole, exports.count) == (False, 0)
    assert client.parts > 1


async def test_table_that_cannot_be_read_breaks_off() -> None:
    async def read(page: PageRequest) -> Page[int]:
        if page.after is None:
            return Page([1], Cursor(page.sort, "", 1))
        raise Unavailable()

    exports = Exports()
    export = Export(2, 1, exports, read, "oldest")
    client = await take(CsvStream("people", ("id",), export, lambda row: {"id": row}), Client())
    assert (client.status, client.is_whole, exports.count) == (200, False, 0)
