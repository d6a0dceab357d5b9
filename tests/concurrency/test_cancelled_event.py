"""An event with many bookings is cancelled: in steps, and delays nobody else."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import pytest
from dependency_injector import providers

from src.application.selling import cancel_event_bookings
from src.application.use_cases.event import update_event
from src.domain.entities.user import Role
from src.infrastructure.database.orm import PoolSettings
from tests.support.api import Api, Person
from tests.support.concurrency.running import (
    add_people,
    at_once,
    discrepancies,
    outcomes,
    running_app,
)

BOOKINGS = 60
STEP = 10

FILL = """
WITH made AS (
    INSERT INTO bookings (reference, user_id, event_id, quantity, total_amount, currency, status,
        booking_date)
    SELECT 'BKG-' || lpad(number::text, 8, '0'), $1, $2, 1, 10, 'USD', 'confirmed', now()
    FROM generate_series(1, $4) AS number RETURNING id
)
INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, price, status, ticket_code)
SELECT id, $2, $3, $1, 10, 'active',
    'TKT-20261129-' || translate(lpad(id::text, 8, '0'), '01', 'ZY')
FROM made
"""
LIVE = "SELECT count(*) FROM bookings WHERE event_id = $1 AND status = 'confirmed'"
CANCEL_ONE = """
WITH one AS (
    UPDATE bookings SET status = 'cancelled'
    WHERE id = (SELECT min(id) FROM bookings WHERE event_id = $1 AND status = 'confirmed')
    RETURNING id
)
UPDATE tickets SET status = 'cancelled' FROM one WHERE event_id = $1 AND booking_id = one.id
"""
LOGGED = "SELECT count(*) FROM audit_log WHERE event_id = $1 AND action = 'booking.called_off'"


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cancel_event_bookings, "BOOKINGS_PER_STEP", STEP)


async def make_full_event(api: Api, connection: asyncpg.Connection) -> tuple[Person, int]:
    """An organizer, and their event with many confirmed bookings."""
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, capacity=BOOKINGS)
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    (buyer,) = await add_people(connection, 1)
    await connection.execute(FILL, buyer.id, event["id"], types[0]["id"], BOOKINGS)
    return organizer, event["id"]


@asynccontextmanager
async def prepared(url: str) -> AsyncIterator[tuple[Api, asyncpg.Connection]]:
    connection = await asyncpg.connect(url)
    async with running_app(url) as api:
        yield api, connection
    await connection.close()


async def test_every_booking_is_cancelled_recorded_and_counted(own_url: str) -> None:
    async with prepared(own_url) as (api, connection):
        organizer, event_id = await make_full_event(api, connection)
        response = await api.put(f"/events/{event_id}", organizer, {"status": "cancelled"})
        assert response.status_code == 200
        assert (response.json()["status"], response.json()["total_bookings"]) == ("cancelled", 0)
        assert await connection.fetchval(LIVE, event_id) == 0
        assert await connection.fetchval(LOGGED, event_id) == BOOKINGS
        assert await discrepancies(connection) == []


async def test_what_an_interrupted_cancellation_left_is_finished_by_the_job(own_url: str) -> None:
    async with prepared(own_url) as (api, connection):
        organizer, event_id = await make_full_event(api, connection)

        class Interrupted:
            async def execute(self, event_id: int, **_: object) -> int:
                raise ConnectionError("the process stopped")

        api.container.catalogue.update_event.reset()
        with api.container.catalogue.cancel_event_bookings.override(
            providers.Object(Interrupted())
        ):
            await api.put(f"/events/{event_id}", organizer, {"status": "cancelled"})
        assert await connection.fetchval(LIVE, event_id) == BOOKINGS - STEP
        refused = await api.post("/bookings", organizer, {"event_id": event_id, "quantity": 1})
        assert refused.json()["code"] == "sales_closed"
        assert await discrepancies(connection) == []

        finish = api.container.jobs.finish_cancellations().execute
        assert await finish() == 0, "it has only seen it once"
        assert await finish() == BOOKINGS - STEP
        assert await finish() == 0
        assert await connection.fetchval(LIVE, event_id) == 0
        assert await connection.fetchval(LOGGED, event_id) == BOOKINGS
        assert await discrepancies(connection) == []


async def test_event_that_somebody_is_cancelling_is_left_to_them_by_the_job(own_url: str) -> None:
    """Two at once would take twice the time of the database from all sales."""
    async with prepared(own_url) as (api, connection):
        _, event_id = await make_full_event(api, connection)
        await connection.execute("UPDATE events SET status = 'cancelled' WHERE id = $1", event_id)
        finish = api.container.jobs.finish_cancellations().execute
        for left in range(BOOKINGS - 1, BOOKINGS - 4, -1):
            assert await finish() == 0
            await connection.execute(CANCEL_ONE, event_id)
            assert await connection.fetchval(LIVE, event_id) == left
        assert await finish() == 0
        assert await finish() == left


async def test_response_does_not_wait_for_a_long_cancellation(
    own_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update_event, "MAX_SECONDS_OF_CANCELLATION", 0)
    async with prepared(own_url) as (api, connection):
        organizer, event_id = await make_full_event(api, connection)
        response = await api.put(f"/events/{event_id}", organizer, {"status": "cancelled"})
        assert response.status_code == 200
        answer = response.json()
        assert (answer["status"], answer["total_bookings"]) == ("cancelled", BOOKINGS - STEP)
        finish = api.container.jobs.finish_cancellations().execute
        assert await finish() + await finish() == BOOKINGS - STEP
        assert await discrepancies(connection) == []


async def test_what_is_not_cancelled_yet_is_neither_checked_in_nor_confirmed(own_url: str) -> None:
    async with prepared(own_url) as (api, connection):
        organizer, event_id = await make_full_event(api, connection)
        capacity = {"capacity": BOOKINGS + 1}
        assert (await api.put(f"/events/{event_id}", organizer, capacity)).status_code == 200
        wanted = {"event_id": event_id, "quantity": 1}
        held = (await api.post("/reservations/reserve", organizer, wanted)).json()
        code = await connection.fetchval(
            "SELECT max(ticket_code) FROM tickets WHERE event_id = $1", event_id
        )
        await connection.execute("UPDATE events SET status = 'cancelled' WHERE id = $1", event_id)
        for refused in (
            await api.post(f"/tickets/{code}/check-in", organizer),
            await api.put(f"/bookings/{held['id']}/confirm", organizer),
            await api.post(f"/reservations/{held['id']}/confirm", organizer),
        ):
            problem = refused.json()
            assert (problem["code"], problem["from"]) == ("invalid_state", "cancelled")
        assert await connection.fetchval(LIVE, event_id) == BOOKINGS
        assert await discrepancies(connection) == []


async def test_changes_of_a_locked_event_hold_up_no_other_event_and_no_reader(
    own_url: str,
) -> None:
    """Fourteen want to change a locked event, with a pool of ten; the rest of the shop goes on."""
    connection = await asyncpg.connect(own_url)
    pool = PoolSettings(max_size=10, acquire_timeout=5, lock_timeout=60)
    async with running_app(own_url, pool=pool) as api:
        organizer, event_id = await make_full_event(api, connection)
        other = await api.event(organizer, capacity=100)
        rows = await connection.fetch("SELECT id FROM bookings WHERE event_id = $1", event_id)
        # Of one person only a few would wait: see MAX_REQUESTS_PER_CLIENT.
        admins = [await api.person(Role.ADMIN) for _ in range(14)]
        async with connection.transaction():
            await connection.execute("SELECT FROM events WHERE id = $1 FOR UPDATE", event_id)
            changes = [
                asyncio.create_task(api.put(f"/bookings/{row['id']}/cancel", admin))
                for row, admin in zip(rows, admins, strict=False)
            ]
            await asyncio.sleep(0.2)
            async with asyncio.timeout(4):
                sales = await at_once(
                    *(
                        api.post("/bookings", organizer, {"event_id": other["id"], "quantity": 1})
                        for _ in range(10)
                    )
                )
                me = await api.get("/auth/me", organizer)
                ready = await api.client.get("/ready")
            assert outcomes(sales) == {"201": 10}
            assert (me.status_code, ready.status_code) == (200, 200)
        answers = await asyncio.gather(*changes)
        assert outcomes(answers) == {"200": 14}
        assert await discrepancies(connection) == []
    await connection.close()
