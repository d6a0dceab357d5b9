"""Random codes that are taken: generated again, seen by nobody, and never stored twice."""

from collections.abc import Iterator
from itertools import repeat

import asyncpg
import pytest

from src.domain.entities.user import Role
from src.domain.shared.codes import ALPHABET
from tests.support.api import assert_problem
from tests.support.concurrency.running import (
    add_people,
    at_once,
    discrepancies,
    outcomes,
    running_app,
)

BOOKINGS = "SELECT reference, ticket_code FROM bookings JOIN tickets ON booking_id = bookings.id"


ATTEMPTS = 6
"""Once with its batch, and then five times by itself."""


class Scripted:
    """Instead of random codes, these: the first letter eight times."""

    def __init__(self, letters: Iterator[str]) -> None:
        self._letters = letters
        self.generated = 0

    def __call__(self) -> str:
        self.generated += 1
        return next(self._letters) * 8


async def test_codes_are_generated_again_when_reference_or_ticket_code_is_taken(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    # Each booking generates its reference first. The second repeats the reference, then the code.
    script = Scripted(iter("ABACDBEF"))
    async with running_app(own_url, random_code=script) as api:
        event = await api.event(await api.person(Role.ORGANIZER))
        first = await api.book(await api.person(), event["id"])
        second = await api.book(await api.person(), event["id"])

    assert script.generated == 8
    assert [first["reference"], second["reference"]] == ["BKG-AAAAAAAA", "BKG-EEEEEEEE"]
    codes = [booking["tickets"][0]["ticket_code"][-8:] for booking in (first, second)]
    assert codes == ["BBBBBBBB", "FFFFFFFF"]
    assert await own_connection.fetchval("SELECT count(*) FROM bookings") == 2
    assert await discrepancies(own_connection) == []


async def test_codes_are_generated_again_when_one_booking_repeats_its_own(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url, random_code=Scripted(iter("ABBCDE"))) as api:
        event = await api.event(await api.person(Role.ORGANIZER))
        booking = await api.book(await api.person(), event["id"], 2)

    codes = [ticket["ticket_code"][-8:] for ticket in booking["tickets"]]
    assert codes == ["DDDDDDDD", "EEEEEEEE"]
    assert await discrepancies(own_connection) == []


async def test_every_code_is_unique_when_sales_of_many_events_generate_the_same_code_at_once(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    # The first six generate one reference and one code, as if from one broken source.
    script = Scripted(iter("A" * 12 + ALPHABET.replace("A", "")))
    async with running_app(own_url, random_code=script) as api:
        organizer = await api.person(Role.ORGANIZER)
        events = [await api.event(organizer) for _ in range(6)]
        buyers = await add_people(own_connection, 6)
        responses = await at_once(
            *(
                api.post(f"/events/{event['id']}/bookings", buyer, {"quantity": 1})
                for event, buyer in zip(events, buyers, strict=True)
            )
        )

    assert outcomes(responses) == {"201": 6}
    rows = await own_connection.fetch(BOOKINGS)
    assert len({row["reference"] for row in rows}) == 6
    assert len({row["ticket_code"] for row in rows}) == 6
    assert await discrepancies(own_connection) == []


async def test_booking_is_refused_as_unavailable_when_every_code_is_taken(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    script = Scripted(repeat("A"))
    async with running_app(own_url, random_code=script) as api:
        event = await api.event(await api.person(Role.ORGANIZER))
        await api.book(await api.person(), event["id"])
        path = f"/events/{event['id']}/bookings"
        refused = await api.post(path, await api.person(), {"quantity": 1})

    problem = assert_problem(refused, 503, "unavailable")
    assert "code" not in problem["detail"]
    assert int(refused.headers["retry-after"]) >= 1
    assert script.generated == 2 + 2 * ATTEMPTS
    assert await own_connection.fetchval("SELECT count(*) FROM bookings") == 1
    assert await discrepancies(own_connection) == []


async def test_database_refuses_a_second_ticket_with_the_same_code(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        event = await api.event(await api.person(Role.ORGANIZER))
        await api.book(await api.person(), event["id"])

    with pytest.raises(asyncpg.UniqueViolationError, match="tickets_ticket_code_key"):
        await own_connection.execute(
            "INSERT INTO tickets "
            "(booking_id, event_id, ticket_type_id, user_id, ticket_code, price, status) "
            "SELECT booking_id, event_id, ticket_type_id, user_id, ticket_code, price, status "
            "FROM tickets"
        )

    assert await own_connection.fetchval("SELECT count(*) FROM tickets") == 1
