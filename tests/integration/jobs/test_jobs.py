"""What each job does to the database, and that running it twice, or twice at once, adds nothing."""

import asyncio
from datetime import datetime, timedelta
from typing import Self

import asyncpg

from src.application.concurrency.for_each import ForEach
from src.application.ports.database import Touches
from src.application.use_cases.maintenance import clean_up as clean_up_module
from src.application.use_cases.maintenance.complete_past_events import CompletePastEvents
from src.application.use_cases.maintenance.sweep_holds import SweepHolds
from src.domain.entities.event import Event
from src.domain.entities.user import Role
from src.domain.errors import Unavailable
from src.infrastructure.repositories.event import TortoiseEventRepository
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from tests.support.api import Api, MovableClock, Person

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


async def hold(
    connection: asyncpg.Connection, event_id: int, buyer: Person, *, until: datetime
) -> int:
    """A pending booking of two tickets."""
    booking_id: int = await connection.fetchval(
        """INSERT INTO bookings
            (reference, user_id, event_id, quantity, total_amount, currency, status, booking_date,
             expires_at)
        VALUES (gen_random_uuid(), $1, $2, 2, 50, 'USD', 'pending', now(), $3) RETURNING id""",
        buyer.id,
        event_id,
        until,
    )
    await connection.execute(
        """INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, price)
        SELECT $1, $2, id, $3, 25 FROM ticket_types, generate_series(1, 2) WHERE event_id = $2""",
        booking_id,
        event_id,
        buyer.id,
    )
    return booking_id


async def audited(connection: asyncpg.Connection, action: str, ids: list[int]) -> list[int]:
    """Of these, the ones whose audit rows of that action have no actor; a row each."""
    rows = await connection.fetch(
        "SELECT subject_id FROM audit_log WHERE action = $1 AND subject_id = ANY($2) "
        "AND actor_id IS NULL ORDER BY subject_id",
        action,
        ids,
    )
    return [row["subject_id"] for row in rows]


async def test_sweep_expires_holds_that_have_lapsed_and_no_others(
    api: Api, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    buyer = await api.person()
    event = await api.event(await api.person(Role.ORGANIZER))
    short = await hold(connection, event["id"], buyer, until=clock() + 10 * HOUR)
    long = await hold(connection, event["id"], buyer, until=clock() + 20 * HOUR)
    sweep = api.container.jobs.sweep_holds().execute
    assert await sweep() == 0
    clock.move(hours=11)
    assert await sweep() == 1
    statuses = await connection.fetch(
        """SELECT bookings.id, bookings.status AS booking, tickets.status AS ticket
        FROM bookings JOIN tickets ON booking_id = bookings.id ORDER BY 1"""
    )
    assert [tuple(row) for row in statuses] == [
        (short, "expired", "cancelled"),
        (short, "expired", "cancelled"),
        (long, "pending", "reserved"),
        (long, "pending", "reserved"),
    ]
    assert await connection.fetchval("SELECT tickets_held FROM events") == 2
    assert await audited(connection, "booking.expired", [short, long]) == [short]
    assert await sweep() == 0


async def test_sweeps_at_once_expire_each_hold_once(
    api: Api, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    buyer, organizer = await api.person(), await api.person(Role.ORGANIZER)
    holds = []
    for _ in range(3):
        event = await api.event(organizer)
        holds.append(await hold(connection, event["id"], buyer, until=clock() + HOUR))
    clock.move(hours=1)
    sweep = api.container.jobs.sweep_holds().execute
    assert sum(await asyncio.gather(sweep(), sweep(), sweep())) == 3
    assert await audited(connection, "booking.expired", holds) == holds
    assert await connection.fetchval("SELECT sum(tickets_held) FROM events") == 0


async def test_only_active_events_that_have_ended_are_completed(
    api: Api, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    ends = {
        name: (clock() + 30 * DAY + length).isoformat()
        for name, length in (("short", HOUR), ("long", 9 * HOUR))
    }
    ended = await api.event(organizer, ends_at=ends["short"])
    running = await api.event(organizer, ends_at=ends["long"])
    draft = await api.event(organizer, ends_at=ends["short"], status="draft")
    cancelled = await api.event(organizer, ends_at=ends["short"])
    await api.put(f"/events/{cancelled['id']}", organizer, {"status": "cancelled"})
    deleted = await api.event(organizer, ends_at=ends["short"])
    await api.call("DELETE", f"/events/{deleted['id']}", organizer)
    complete = api.container.jobs.complete_past_events().execute
    assert await complete() == 0
    clock.move(days=30, hours=2)
    assert await complete() == 1
    rows = await connection.fetch("SELECT id, status FROM events")
    assert {row["id"]: row["status"] for row in rows} == {
        ended["id"]: "completed",
        running["id"]: "active",
        draft["id"]: "draft",
        cancelled["id"]: "cancelled",
        deleted["id"]: "active",
    }
    ids = [row["id"] for row in rows]
    assert await audited(connection, "event.completed", ids) == [ended["id"]]
    assert await complete() == 0


async def test_completing_at_once_completes_each_event_once(
    api: Api, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    ids = [(await api.event(organizer))["id"] for _ in range(3)]
    clock.move(days=31)
    complete = api.container.jobs.complete_past_events().execute
    assert sum(await asyncio.gather(complete(), complete(), complete())) == 3
    assert await audited(connection, "event.completed", ids) == ids


async def test_an_event_that_stays_locked_holds_up_no_other(
    api: Api, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    locked, free = await api.event(organizer), await api.event(organizer)
    for event in (locked, free):
        await hold(connection, event["id"], organizer, until=clock() + HOUR)

    class Events(TortoiseEventRepository):
        async def lock(self, event_id: int, *, with_deleted: bool = False) -> Event:
            if event_id == locked["id"]:
                raise Unavailable
            return await super().lock(event_id, with_deleted=with_deleted)

    class UnitOfWork(TortoiseUnitOfWork):
        async def __aenter__(self) -> Self:
            await super().__aenter__()
            self.events = Events(clock)
            return self

    def begin(*, touches: Touches | None = None) -> UnitOfWork:
        return UnitOfWork(clock)

    clock.move(days=31)
    assert (
        await SweepHolds(
            begin, api.container.adapters.bookings(), clock, ForEach("event", int)
        ).execute()
        == 1
    )
    assert (
        await CompletePastEvents(
            begin, api.container.adapters.events(), clock, ForEach("event", int)
        ).execute()
        == 1
    )
    rows = await connection.fetch(
        """SELECT event_id, bookings.status, events.status
        FROM bookings JOIN events ON events.id = event_id ORDER BY 1"""
    )
    assert [tuple(row) for row in rows] == [
        (locked["id"], "pending", "active"),
        (free["id"], "expired", "completed"),
    ]


async def test_answers_are_removed_after_24_hours(
    api: Api, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), capacity=10)
    buyer = await api.person()
    path = f"/events/{event['id']}/bookings"
    response = await api.post(path, buyer, {"quantity": 1}, headers={"Idempotency-Key": "k" * 16})
    assert response.status_code == 201
    clean_up = api.container.jobs.clean_up().execute
    clock.move(hours=23)
    assert await clean_up() == 0
    clock.move(hours=2)
    assert await clean_up() == 1
    assert await connection.fetchval("SELECT count(*) FROM idempotency_keys") == 0
    assert await connection.fetchval("SELECT count(*) FROM bookings") == 1


async def insert_token(connection: asyncpg.Connection, who: Person, expires_at: datetime) -> int:
    token_id: int = await connection.fetchval(
        """INSERT INTO refresh_tokens (user_id, family_id, token_hash, expires_at)
        VALUES ($1, gen_random_uuid(), gen_random_uuid()::text::bytea, $2) RETURNING id""",
        who.id,
        expires_at,
    )
    return token_id


async def test_refresh_tokens_are_removed_a_day_after_they_expired(
    api: Api, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    person = await api.person()
    await insert_token(connection, person, clock() - DAY - HOUR)
    kept = [
        await insert_token(connection, person, clock() - DAY + HOUR),
        await insert_token(connection, person, clock() + DAY),
    ]
    clean_up = api.container.jobs.clean_up().execute
    assert await clean_up() == 1
    rows = await connection.fetch("SELECT id FROM refresh_tokens ORDER BY id")
    assert [row["id"] for row in rows] == kept
    assert await clean_up() == 0


async def test_clean_up_removes_more_than_a_batch_and_leaves_what_is_locked(
    api: Api, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    rows = clean_up_module.BATCH * 2 + 1
    await connection.execute(
        """INSERT INTO idempotency_keys (user_id, key, fingerprint, answer, created_at)
        SELECT 1, number::text, '', '{}', $1 FROM generate_series(1, $2::integer) AS number""",
        clock() - 2 * DAY,
        rows,
    )
    clean_up = api.container.jobs.clean_up().execute
    async with connection.transaction():
        await connection.execute("SELECT FROM idempotency_keys WHERE key = '7' FOR UPDATE")
        assert sum(await asyncio.gather(clean_up(), clean_up())) == rows - 1
    assert await connection.fetchval("SELECT array_agg(key) FROM idempotency_keys") == ["7"]
    assert await clean_up() == 1


async def test_the_job_runners_notes_are_removed_after_a_week(
    api: Api, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    for age in (6 * DAY, 8 * DAY):
        await connection.execute(
            "INSERT INTO pgqueuer_log (created, job_id, status, priority, entrypoint) "
            "VALUES ($1, 1, 'successful', 0, 'job')",
            clock() - age,
        )
        await connection.execute(
            "INSERT INTO pgqueuer_statistics (created, count, status, priority, entrypoint) "
            "VALUES ($1, 1, 'successful', 0, 'job')",
            clock() - age,
        )
    clean_up = api.container.jobs.job_log().clean_up
    assert await clean_up() == 2
    for table in ("pgqueuer_log", "pgqueuer_statistics"):
        (created,) = [row["created"] for row in await connection.fetch(f"SELECT * FROM {table}")]
        assert created > clock() - 7 * DAY
    assert await clean_up() == 0
