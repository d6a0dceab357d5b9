"""Clocks that differ: a deadline is one moment for all processes, the database's."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import asyncpg
import pytest
from tortoise.context import TortoiseContext

from src.application.ports.database import Clock
from src.domain.entities.user import Role
from src.infrastructure.clock import DatabaseClock, utc_now
from src.infrastructure.database.orm import current_connection, tortoise_config
from tests.support.api import Api, MovableClock, Person
from tests.support.concurrency.running import discrepancies, running_app
from tests.support.orders import order_of, read, send_webhook, start, stored
from tests.support.payments import ScriptedProvider

AHEAD = timedelta(minutes=5)
PENDING_FOR_6_MINUTES = {"minutes": 6}
"""Of the ten that a hold lasts: five minutes ahead it is over."""


def five_minutes_ahead() -> datetime:
    """The time of day of a machine whose clock is wrong."""
    return utc_now() + AHEAD


@dataclass
class Two:
    """Two processes on one database: the clock of `ahead` is five minutes ahead of `right`."""

    right: Api
    ahead: Api
    clock: MovableClock
    connection: asyncpg.Connection
    provider: ScriptedProvider

    async def unpaid_order(
        self, events: int = 1
    ) -> tuple[Person, list[dict[str, Any]], dict[str, Any], dict[str, Any]]:
        """Its buyer, its events, whose only tickets it holds, the order, and its open payment."""
        organizer, buyer = await self.right.person(Role.ORGANIZER), await self.right.person()
        made = [
            await self.right.event(organizer, payment="online", capacity=2) for _ in range(events)
        ]
        order = await order_of(self.right, buyer, *made)
        return buyer, made, order, await start(self.right, buyer, order)

    async def succeed(self, payment: dict[str, Any]) -> None:
        """The payer pays, and the process with the right clock hears of it."""
        transactions = self.right.container.adapters.transactions()
        self.provider.pay(await transactions.get(payment["id"]))
        assert await send_webhook(self.right, self.provider, payment["id"]) == "recorded"


@asynccontextmanager
async def process(url: str, clock: Clock, provider: ScriptedProvider) -> AsyncIterator[Api]:
    """An application whose clock is this one."""
    providers = provider.as_providers()
    async with running_app(url, clock=clock, payment_providers=providers) as api:
        api.clock = clock
        yield api


@pytest.fixture
async def two(own_url: str, own_connection: asyncpg.Connection) -> AsyncIterator[Two]:
    provider, clock = ScriptedProvider(), MovableClock()
    async with (
        process(own_url, clock, provider) as right,
        process(own_url, lambda: clock() + AHEAD, provider) as ahead,
    ):
        yield Two(right, ahead, clock, own_connection, provider)


async def test_money_in_time_is_honoured_when_another_clock_has_freed_the_tickets(
    two: Two,
) -> None:
    buyer, _, order, payment = await two.unpaid_order()
    two.clock.move(**PENDING_FOR_6_MINUTES)
    assert await two.ahead.container.jobs.sweep_holds().execute() == 1
    await two.succeed(payment)
    paid = await read(two.right, buyer, order)
    assert (paid["status"], paid["late_payment"]) == ("confirmed", "honoured")
    assert two.provider.refunds == {}
    assert await discrepancies(two.connection) == []


async def test_money_in_time_is_refunded_once_with_the_reason_when_another_bought_the_tickets(
    two: Two,
) -> None:
    buyer, (event,), order, payment = await two.unpaid_order()
    two.clock.move(**PENDING_FOR_6_MINUTES)
    # A sale at the process that is ahead takes what it thinks is free.
    await order_of(two.ahead, await two.ahead.person(), event)
    await two.succeed(payment)
    refused = await read(two.right, buyer, order)
    assert (refused["status"], refused["late_payment"]) == ("expired", "refunded")
    reasons = await two.connection.fetch("SELECT reason FROM transactions WHERE kind = 'refund'")
    assert [row["reason"] for row in reasons] == [
        "The money came after the deadline, and the tickets were gone."
    ]
    assert len(two.provider.refunds) == 1
    assert await discrepancies(two.connection) == []


async def test_money_is_honoured_when_another_clock_has_freed_only_one_of_two_events(
    two: Two,
) -> None:
    buyer, (first, _), order, payment = await two.unpaid_order(events=2)
    two.clock.move(**PENDING_FOR_6_MINUTES)
    await two.connection.execute(
        "UPDATE bookings SET status = 'expired', expires_at = NULL WHERE event_id = $1", first["id"]
    )
    await two.connection.execute(
        "UPDATE tickets SET status = 'cancelled' WHERE event_id = $1", first["id"]
    )
    await two.succeed(payment)
    paid = await read(two.right, buyer, order)
    assert (paid["status"], paid["late_payment"]) == ("confirmed", "honoured")
    assert [booking["status"] for booking in paid["bookings"]].count("confirmed") == 2
    assert await discrepancies(two.connection) == []


async def test_an_order_whose_tickets_another_clock_has_freed_expires(two: Two) -> None:
    buyer, _, order, _ = await two.unpaid_order(events=2)
    two.clock.move(**PENDING_FOR_6_MINUTES)
    assert await two.ahead.container.jobs.sweep_holds().execute() == 2
    assert await two.right.container.settling.settle_orders().execute() == 1
    assert (await read(two.right, buyer, order))["status"] == "expired"


async def test_a_process_whose_own_clock_is_ahead_frees_nothing_before_the_deadline(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    clock = DatabaseClock(local=five_minutes_ahead)
    assert clock() - utc_now() > timedelta(minutes=4)
    await clock.sync(own_connection)
    provider = ScriptedProvider()
    async with (
        process(own_url, utc_now, provider) as right,
        process(own_url, clock, provider) as other,
    ):
        organizer, buyer = await right.person(Role.ORGANIZER), await right.person()
        event = await right.event(organizer, payment="online", capacity=2)
        order = await order_of(right, buyer, event)
        # Six of its ten minutes are over.
        for table in ("orders", "bookings"):
            await own_connection.execute(
                f"UPDATE {table} SET expires_at = expires_at - interval '6 minutes'"
            )
        before = await stored(own_connection)
        assert await other.container.jobs.sweep_holds().execute() == 0
        assert await other.container.settling.settle_orders().execute() == 0
        late = await other.post(f"/events/{event['id']}/bookings", buyer, {"quantity": 1})
        assert late.json()["code"] == "insufficient_tickets"
        assert await stored(own_connection) == before
        assert (await read(right, buyer, order))["status"] == "pending"


async def test_the_pool_asks_for_the_databases_time_when_it_connects(own_url: str) -> None:
    clock = DatabaseClock(local=five_minutes_ahead)
    with TortoiseContext() as context:
        await context.init(tortoise_config(own_url, on_connect=clock.sync))
        try:
            await current_connection().execute_query("SELECT 1")
        finally:
            await context.close_connections()
    assert abs(clock() - utc_now()) < timedelta(minutes=1)


async def test_an_answer_that_took_long_does_not_make_a_good_clock_worse() -> None:
    now = [0.0]

    class Slow:
        """A database that takes ten seconds, of which nobody knows when it looked at its clock."""

        def __init__(self, answer: datetime, seconds: float) -> None:
            self._answer = answer
            self._seconds = seconds

        async def fetchval(self, query: str) -> datetime:
            assert "clock_timestamp" in query
            now[0] += self._seconds
            return self._answer

    noon = datetime.fromisoformat("2026-06-01T12:00:00+00:00")
    clock = DatabaseClock(local=five_minutes_ahead, monotonic=lambda: now[0])
    await clock.sync(Slow(noon, 0.0))
    assert clock() == noon
    await clock.sync(Slow(noon + timedelta(seconds=4), 10.0))
    assert clock() == noon + timedelta(seconds=10)
    # One that is off by more than the answer is uncertain is put right.
    await clock.sync(Slow(noon + timedelta(minutes=1), 2.0))
    assert clock() == noon + timedelta(minutes=1, seconds=1)
