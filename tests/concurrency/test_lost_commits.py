"""The answer to a COMMIT gets lost: the caller hears what became of it, or that nobody knows.

The pool has one connection, so that asking over another one must not need a second.
"""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from src.infrastructure.database.lost_commits import TransactionMark, was_committed
from src.infrastructure.database.orm import PoolSettings, current_connection
from tests.support.api import Api, assert_problem
from tests.support.concurrency.cut_commits import Cuts, cutting
from tests.support.concurrency.running import discrepancies, outcome, running_app

ONE = PoolSettings(max_size=1, acquire_timeout=2)
COUNT_BOOKINGS = "SELECT count(*) FROM bookings"

Book = Callable[[str | None], Awaitable[httpx.Response]]


@asynccontextmanager
async def selling(url: str) -> AsyncIterator[tuple[Api, Cuts, Book]]:
    """An application behind a proxy, and a booking that can be sent with a key or without."""
    async with running_app(url) as api:
        event = await api.event(await api.person(Role.ORGANIZER))
        buyer = await api.person()
    path = f"/events/{event['id']}/bookings"
    async with cutting(url) as cuts, running_app(cuts.url, pool=ONE) as api:

        async def book(key: str | None = None) -> httpx.Response:
            headers = {"Idempotency-Key": key} if key else {}
            return await api.post(path, buyer, {"quantity": 1}, headers=headers)

        yield api, cuts, book


async def test_booking_is_answered_when_only_the_answer_to_its_commit_was_lost(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with selling(own_url) as (_, cuts, book):
        cuts.commits = 1
        assert outcome(await book(None)) == "201"
        assert cuts.done == 1
        assert await own_connection.fetchval(COUNT_BOOKINGS) == 1
        assert outcome(await book(None)) == "201"
    assert await own_connection.fetchval(COUNT_BOOKINGS) == 2
    assert await discrepancies(own_connection) == []


async def test_booking_is_refused_as_undone_when_its_commit_never_arrived(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with selling(own_url) as (_, cuts, book):
        cuts.commits, cuts.is_passed_on = 1, False
        problem = assert_problem(await book(None), 503, "unavailable")
        assert "may have been done" not in problem["detail"]
        assert await own_connection.fetchval(COUNT_BOOKINGS) == 0
        assert outcome(await book(None)) == "201"
    assert await own_connection.fetchval(COUNT_BOOKINGS) == 1


async def test_answer_says_that_it_may_have_been_done_when_the_database_cannot_be_asked(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with selling(own_url) as (_, cuts, book):
        cuts.commits, cuts.is_closed_after = 1, True
        started = time.monotonic()
        problem = assert_problem(await book("a-key-of-the-buyer"), 503, "unavailable")
        assert "may have been done" in problem["detail"]
        assert "same Idempotency-Key" in problem["detail"]
        assert time.monotonic() - started < 8
        assert await own_connection.fetchval(COUNT_BOOKINGS) == 1
        # The advice is good: it finds what was done.
        cuts.is_closed = False
        again = await book("a-key-of-the-buyer")
        assert (outcome(again), again.headers["idempotency-replayed"]) == ("201", "true")
    assert await own_connection.fetchval(COUNT_BOOKINGS) == 1


async def test_commit_that_a_crash_has_undone_is_not_taken_for_another_with_its_numbers(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    """After a crash others get the numbers of transactions that had not been written out."""
    async with selling(own_url) as (_, _, book):
        assert outcome(await book(None)) == "201"
        entry = await own_connection.fetchrow(
            "SELECT xmin::text AS number, id, at FROM audit_log ORDER BY id DESC LIMIT 1"
        )
        assert entry is not None
        other = TransactionMark(entry["number"], entry["id"], entry["at"])
        assert await was_committed(current_connection(), other)
        earlier = replace(other, at=other.at - timedelta(microseconds=1))
        assert not await was_committed(current_connection(), earlier)
        not_given_yet = replace(other, number=str(int(other.number) + 1_000_000))
        assert not await was_committed(current_connection(), not_given_yet)


@pytest.mark.parametrize("is_passed_on", [True, False])
async def test_what_writes_no_audit_log_is_said_to_be_unknown(
    is_passed_on: bool, own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with selling(own_url) as (api, cuts, _):
        buyer = await api.person()
        event_id = await own_connection.fetchval("SELECT id FROM ticket_types")
        cuts.commits, cuts.is_passed_on = 1, is_passed_on
        body = {"ticket_type_id": event_id, "quantity": 1}
        problem = assert_problem(await api.post("/cart", buyer, body), 503, "unavailable")
        assert "may have been done" in problem["detail"]
    count = await own_connection.fetchval("SELECT count(*) FROM cart_items")
    assert count == int(is_passed_on)
