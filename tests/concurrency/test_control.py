"""The control: without the lock the very same requests go wrong, so passing tests mean something.

What is taken away here is taken away by the tests, in their own application and database. Its
lanes are as well: they keep the sales of one process apart, and the lock those of several.
"""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from typing import Any, Self

import asyncpg
import httpx
from dependency_injector import providers

from src.application.concurrency.idempotency import Outcome
from src.application.ports.database import Touches
from src.application.selling.purchase import Purchase, Sale
from src.application.selling.sell_batch import SellBatch
from src.domain.entities.event import Event
from src.domain.entities.user import Role
from src.domain.repositories.event import LockedEvent
from src.infrastructure.database.orm import PoolSettings
from src.infrastructure.read_models.event_for_sale import read_for_sale
from src.infrastructure.repositories.event import TortoiseEventRepository
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from tests.support.api import Api
from tests.support.concurrency.running import (
    add_people,
    at_once,
    discrepancies,
    outcomes,
    running_app,
)

BUYERS = 15
CAPACITY = 10
ENOUGH = PoolSettings(max_size=BUYERS + 5, acquire_timeout=60, lock_timeout=60)

DROP_CHECKS = """
ALTER TABLE events DROP CONSTRAINT events_never_oversold;
ALTER TABLE ticket_types DROP CONSTRAINT ticket_types_never_oversold;
"""


class MeetingRepository(TortoiseEventRepository):
    """Reads the event without locking it, and goes on when all the others have read it too."""

    def __init__(self, meeting: asyncio.Barrier) -> None:
        super().__init__()
        self._meeting = meeting

    async def lock(self, event_id: int, *, with_deleted: bool = False) -> Event:
        event = (await self.by_ids([event_id]))[event_id]
        await self._meeting.wait()
        return event

    async def lock_for_sale(self, event_id: int, buyer_ids: Collection[int] = ()) -> LockedEvent:
        found = await read_for_sale(event_id)
        await self._meeting.wait()
        return LockedEvent(*found, frozenset(buyer_ids))


class MeetingUnitOfWork(TortoiseUnitOfWork):
    """Locks no event."""

    def __init__(self, meeting: asyncio.Barrier) -> None:
        super().__init__()
        self._meeting = meeting

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        self.events = MeetingRepository(self._meeting)
        return self


class WithoutLock:
    """Makes units of work in which `parties` transactions see the event as it was."""

    def __init__(self, parties: int) -> None:
        self._meeting = asyncio.Barrier(parties)

    def __call__(self, *, touches: Touches | None = None) -> TortoiseUnitOfWork:
        return MeetingUnitOfWork(self._meeting)


class NoLanes:
    """Sells each ticket in a transaction of its own, side by side, as several processes do."""

    def __init__(self, sell_batch: SellBatch) -> None:
        self._sell_batch = sell_batch

    def __len__(self) -> int:
        return 0

    def __contains__(self, event_id: int) -> bool:
        return False

    async def submit(self, event_id: int, purchase: Purchase, _: object) -> Outcome[Sale]:
        (answer,) = await self._sell_batch.execute(event_id, [purchase])
        if isinstance(answer, Exception):
            raise answer
        return answer


@asynccontextmanager
async def running_without_lanes(url: str, **options: Any) -> AsyncIterator[Api]:
    """An application that sells like so many processes as there are buyers."""
    async with running_app(url, **options) as api:
        lanes = NoLanes(api.container.selling.sell_batch())
        api.container.selling.sale_lanes.override(providers.Object(lanes))
        yield api


async def book_at_once(
    api: Api, connection: asyncpg.Connection, url: str, unit_of_work: object
) -> list[httpx.Response]:
    """The responses to one booking of each buyer, all at once, of too few tickets."""
    event = await api.event(await api.person(Role.ORGANIZER), capacity=CAPACITY)
    buyers = await add_people(connection, BUYERS)
    path = f"/events/{event['id']}/bookings"
    async with running_without_lanes(url, pool=ENOUGH, unit_of_work=unit_of_work) as selling:
        return await at_once(*(selling.post(path, buyer, {"quantity": 1}) for buyer in buyers))


async def test_tickets_are_oversold_when_neither_lock_nor_checks_are_there(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    await own_connection.execute(DROP_CHECKS)
    async with running_app(own_url) as api:
        responses = await book_at_once(api, own_connection, own_url, WithoutLock(BUYERS))

    assert outcomes(responses) == {"201": BUYERS}
    wrong = [what for what, _ in await discrepancies(own_connection)]
    assert sorted(wrong) == ["event oversold", "ticket type oversold"]


async def test_database_refuses_the_oversale_when_only_the_lock_is_missing(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        responses = await book_at_once(api, own_connection, own_url, WithoutLock(BUYERS))

    assert outcomes(responses) == {"201": CAPACITY, "insufficient_tickets": BUYERS - CAPACITY}
    assert await own_connection.fetchval("SELECT count(*) FROM tickets") == CAPACITY
    assert await discrepancies(own_connection) == []


async def test_lock_alone_prevents_the_oversale_when_the_checks_are_missing(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    await own_connection.execute(DROP_CHECKS)
    async with running_app(own_url) as api:
        responses = await book_at_once(api, own_connection, own_url, TortoiseUnitOfWork)

    assert outcomes(responses) == {"201": CAPACITY, "insufficient_tickets": BUYERS - CAPACITY}
    assert await discrepancies(own_connection) == []


async def test_limit_is_exceeded_when_there_is_no_lock(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        event = await api.event(await api.person(Role.ORGANIZER), max_tickets_per_user=2)
        buyer = await api.person()
        path = f"/events/{event['id']}/bookings"
        async with running_without_lanes(own_url, unit_of_work=WithoutLock(5)) as selling:
            responses = await at_once(
                *(selling.post(path, buyer, {"quantity": 1}) for _ in range(5))
            )

    assert outcomes(responses) == {"201": 5}
    assert await own_connection.fetchval("SELECT count(*) FROM tickets") == 5


async def test_ticket_admits_twice_when_there_is_no_lock(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        organizer = await api.person(Role.ORGANIZER)
        event = await api.event(organizer)
        booking = await api.book(await api.person(), event["id"])
        code = booking["tickets"][0]["ticket_code"]
        async with running_app(own_url, unit_of_work=WithoutLock(2)) as door:
            responses = await at_once(
                *(door.post(f"/tickets/{code}/check-in", organizer) for _ in range(2))
            )

    assert outcomes(responses) == {"200": 2}


async def test_booking_is_cancelled_and_refunded_when_there_is_no_lock(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        organizer = await api.person(Role.ORGANIZER)
        event = await api.event(organizer)
        booking = await api.book(await api.person(), event["id"])
        async with running_app(own_url, unit_of_work=WithoutLock(2)) as office:
            responses = await at_once(
                office.put(f"/bookings/{booking['id']}/cancel", organizer),
                office.put(f"/bookings/{booking['id']}/refund", organizer),
            )

    assert outcomes(responses) == {"200": 2}
