"""Orders that were left behind when their last event ended: a job and the reconciler see them."""

import sys
from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, MovableClock, Person
from tests.support.orders import order_of
from tests.support.processes import run

PROBLEM = "It is confirmed, and all its events are over."
LEAVE_BEHIND = "UPDATE orders SET status = 'confirmed' WHERE id = $1"


@pytest.fixture
async def left_behind(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> dict[str, Any]:
    """A confirmed order over two events, of which one was completed and one cancelled."""
    events = [await api.event(organizer) for _ in range(2)]
    order = await order_of(api, buyer, *events)
    for event, status in zip(events, ("completed", "cancelled"), strict=True):
        answer = await api.put(f"/events/{event['id']}", organizer, {"status": status})
        assert answer.status_code == 200
    await connection.execute(LEAVE_BEHIND, order["id"])
    return order


async def status_of(connection: asyncpg.Connection, order: dict[str, Any]) -> str:
    status: str = await connection.fetchval(
        "SELECT status::text FROM orders WHERE id = $1", order["id"]
    )
    return status


async def test_an_order_that_was_left_behind_is_completed_once(
    api: Api,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
    left_behind: dict[str, Any],
) -> None:
    waiting = await order_of(api, buyer, await api.event(organizer))
    complete = api.container.settling.complete_orders().execute
    assert await complete() == 1
    assert await status_of(connection, left_behind) == "completed"
    assert await status_of(connection, waiting) == "confirmed"
    entry = await connection.fetchrow(
        "SELECT actor_id, before, after FROM audit_log WHERE action = 'order.completed' "
        "ORDER BY id DESC LIMIT 1"
    )
    assert entry is not None and entry["actor_id"] is None
    assert await complete() == 0


async def test_an_order_that_is_confirmed_after_its_event_is_completed(
    api: Api,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
    clock: MovableClock,
) -> None:
    order = await order_of(api, buyer, await api.event(organizer))
    clock.move(days=31)
    assert await api.container.settling.complete_orders().execute() == 1
    assert await status_of(connection, order) == "completed"


async def test_the_reconciler_names_an_order_that_was_left_behind_and_completes_it(
    connection: asyncpg.Connection, database_url: str, left_behind: dict[str, Any]
) -> None:
    async def reconcile(*arguments: str) -> list[str]:
        command = (sys.executable, "-m", "src.cli", "reconcile", *arguments)
        return (await run(command, {"DATABASE_URL": database_url})).output.splitlines()

    line = f"order {left_behind['id']}: {PROBLEM}"
    assert (await reconcile("--dry-run"))[0] == f"{line} (would be repaired)"
    assert await status_of(connection, left_behind) == "confirmed"
    assert (await reconcile())[0] == f"{line} (repaired)"
    assert await reconcile() == ["No discrepancies."]
    assert await status_of(connection, left_behind) == "completed"
