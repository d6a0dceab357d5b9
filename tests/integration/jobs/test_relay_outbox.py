"""What others have to hear of is written with each change, and handed over once."""

import asyncio
from collections.abc import Sequence

import asyncpg
import pytest

from src.application.concurrency.for_each import ForEach, RowsFailed
from src.application.ports.database import UnitOfWork
from src.application.ports.outbox import OutboxMessage
from src.application.use_cases.maintenance.relay_outbox import RelayOutbox
from src.infrastructure.repositories.outbox import TortoiseOutboxRepository
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from tests.support.api import Api, Person


class Listener:
    """Notes what it is handed, as a row for each; refuses messages of the bookings `poisoned`."""

    def __init__(self, *poisoned: int) -> None:
        self.poisoned = poisoned
        self.heard: list[OutboxMessage] = []

    async def handle(self, uow: UnitOfWork, messages: Sequence[OutboxMessage]) -> None:
        for message in messages:
            if message.subject == "booking" and message.subject_id in self.poisoned:
                raise ZeroDivisionError("poisoned")
        self.heard += messages


def relay(*listeners: Listener) -> RelayOutbox:
    for_each = ForEach[int]("message", int, monotonic=lambda: 0.0)
    return RelayOutbox(TortoiseUnitOfWork, TortoiseOutboxRepository(), listeners, for_each)


@pytest.fixture
async def event(api: Api, organizer: Person, connection: asyncpg.Connection) -> int:
    event = await api.event(organizer)
    await connection.execute("DELETE FROM outbox")
    return int(event["id"])


async def test_a_sale_leaves_a_message_for_its_audit_entry(
    api: Api, buyer: Person, event: int, connection: asyncpg.Connection
) -> None:
    booking = await api.book(buyer, event)
    rows = await connection.fetch("SELECT * FROM outbox")
    entry = await connection.fetchrow(
        "SELECT id, at FROM audit_log WHERE subject = 'booking' AND subject_id = $1", booking["id"]
    )
    assert entry is not None
    assert [dict(row) for row in rows] == [
        {
            "id": entry["id"],
            "at": entry["at"],
            "action": "booking.confirmed",
            "subject": "booking",
            "subject_id": booking["id"],
            "event_id": event,
        }
    ]


async def test_what_concerns_nobody_else_leaves_no_message(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    await connection.execute("DELETE FROM outbox")
    response = await api.post("/venues", organizer, {"name": "Hall"})
    assert response.status_code == 201
    assert await connection.fetchval("SELECT count(*) FROM outbox") == 0


async def test_each_message_reaches_every_handler_once_and_in_order(
    api: Api, buyer: Person, event: int, connection: asyncpg.Connection
) -> None:
    bookings = [(await api.book(buyer, event))["id"] for _ in range(3)]
    one, other = Listener(), Listener()
    assert await relay(one, other).execute() == 3
    assert [message.subject_id for message in one.heard] == bookings
    assert other.heard == one.heard
    assert await relay(one).execute() == 0
    assert await connection.fetchval("SELECT count(*) FROM outbox") == 0


async def test_two_relays_at_once_hand_over_each_message_once(
    api: Api, buyer: Person, event: int
) -> None:
    for _ in range(4):
        await api.book(buyer, event)
    listener = Listener()
    counts = await asyncio.gather(*(relay(listener).execute() for _ in range(4)))
    assert sum(counts) == 4
    assert len({message.id for message in listener.heard}) == len(listener.heard) == 4


async def test_a_message_that_fails_stays_and_holds_up_no_other(
    api: Api, buyer: Person, event: int, connection: asyncpg.Connection
) -> None:
    bad = (await api.book(buyer, event))["id"]
    good = (await api.book(buyer, event))["id"]
    listener = Listener(bad)
    with pytest.raises(RowsFailed) as failed:
        await relay(listener).execute()
    assert failed.value.done == 1
    assert [message.subject_id for message in listener.heard] == [good]
    left = await connection.fetch("SELECT subject_id FROM outbox")
    assert [row["subject_id"] for row in left] == [bad]

    assert await relay(healthy := Listener()).execute() == 1
    assert [message.subject_id for message in healthy.heard] == [bad]
