"""One row that fails each time: all others are done, and the job says that it failed."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import asyncpg
import pytest

from src.application.concurrency.for_each import RowsFailed
from src.application.ports.payments import ProviderState
from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person
from tests.support.orders import order_of, pay, start
from tests.support.payments import ScriptedProvider

POISON = """
CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION 'poisoned'; END$$;
CREATE TRIGGER poison BEFORE UPDATE ON {table} FOR EACH ROW WHEN (OLD.id = {row}) EXECUTE
    FUNCTION poison()
"""

Poison = Callable[[str, int], Awaitable[None]]


@pytest.fixture
async def poison(connection: asyncpg.Connection) -> AsyncIterator[Poison]:
    """`await poison(table, id)` lets every update of that row fail."""

    async def make(table: str, row: int) -> None:
        await connection.execute(POISON.format(table=table, row=row))

    yield make
    await connection.execute("DROP FUNCTION IF EXISTS poison CASCADE")


async def statuses(connection: asyncpg.Connection, table: str) -> list[str]:
    rows = await connection.fetch(f"SELECT status::text FROM {table} ORDER BY id")
    return [row["status"] for row in rows]


async def fail_on(job: Callable[[], Awaitable[int]], row: int, *, done: int) -> None:
    """The job does all but this row, and says so."""
    with pytest.raises(RowsFailed) as failed:
        await job()
    assert list(failed.value.failures) == [row]
    assert failed.value.done == done


@pytest.fixture
async def orders(api: Api, organizer: Person, buyer: Person) -> list[dict[str, Any]]:
    """Three unpaid orders, of an event each."""
    events = [await api.event(organizer, payment="online") for _ in range(3)]
    return [await order_of(api, buyer, event) for event in events]


async def test_holds_and_orders_behind_a_poisoned_one_expire(
    api: Api,
    connection: asyncpg.Connection,
    clock: MovableClock,
    orders: list[dict[str, Any]],
    poison: Poison,
) -> None:
    await poison("bookings", orders[0]["bookings"][0]["id"])
    clock.move(hours=1)
    event_id = orders[0]["bookings"][0]["event_id"]
    await fail_on(api.container.jobs.sweep_holds().execute, event_id, done=2)
    await fail_on(api.container.settling.settle_orders().execute, orders[0]["id"], done=2)
    assert await statuses(connection, "bookings") == ["pending", "expired", "expired"]
    assert await statuses(connection, "orders") == ["pending", "expired", "expired"]


async def test_events_behind_a_poisoned_one_are_completed(
    api: Api,
    connection: asyncpg.Connection,
    clock: MovableClock,
    organizer: Person,
    poison: Poison,
) -> None:
    events = [await api.event(organizer) for _ in range(3)]
    await poison("events", events[0]["id"])
    clock.move(days=31)
    await fail_on(api.container.jobs.complete_past_events().execute, events[0]["id"], done=2)
    assert await statuses(connection, "events") == ["active", "completed", "completed"]


async def test_refunds_behind_a_poisoned_one_are_begun_and_settled(
    api: Api,
    connection: asyncpg.Connection,
    clock: MovableClock,
    buyer: Person,
    orders: list[dict[str, Any]],
    provider: ScriptedProvider,
    poison: Poison,
) -> None:
    admin = await api.person(Role.ADMIN)
    for order in orders:
        await pay(api, buyer, provider, order)
        event_id = order["bookings"][0]["event_id"]
        assert (await api.put(f"/events/{event_id}", admin, {"status": "cancelled"})).is_success
    first = orders[0]["bookings"][0]["id"]
    await poison("bookings", first)
    await fail_on(api.container.settling.refund_cancelled_events().execute, first, done=2)

    refunds = await connection.fetch("SELECT id FROM transactions WHERE kind = 'refund'")
    await connection.execute("DROP FUNCTION poison CASCADE")
    await poison("transactions", refunds[0]["id"])
    clock.move(seconds=10)
    await fail_on(api.container.settling.settle_refunds().execute, refunds[0]["id"], done=1)


async def test_payments_behind_a_poisoned_one_are_reconciled(
    api: Api,
    connection: asyncpg.Connection,
    clock: MovableClock,
    buyer: Person,
    orders: list[dict[str, Any]],
    provider: ScriptedProvider,
    poison: Poison,
) -> None:
    admin = await api.person(Role.ADMIN)
    payments = [await start(api, buyer, order) for order in orders]
    for payment in payments:
        provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    await poison("transactions", payments[0]["id"])
    clock.move(minutes=1)
    await fail_on(
        api.container.settling.reconcile().settle_open_payments, payments[0]["id"], done=2
    )
    assert await statuses(connection, "orders") == ["pending", "confirmed", "confirmed"]
    # The operator's command goes to the end as well, and says which one it was.
    response = await api.post("/transactions/reconcile", api.renewed(admin))
    assert response.status_code == 200, response.text
    findings = {finding["subject_id"]: finding for finding in response.json()}
    finding = findings[payments[0]["id"]]
    assert finding["problem"].startswith("It could not be settled")


async def test_a_provider_that_does_not_answer_for_one_refund_holds_up_no_other(
    api: Api,
    clock: MovableClock,
    buyer: Person,
    orders: list[dict[str, Any]],
    provider: ScriptedProvider,
) -> None:
    admin = await api.person(Role.ADMIN)
    provider.refund_state = ProviderState.OPEN
    for order in orders:
        payment = await pay(api, buyer, provider, order)
        answer = await api.post(f"/transactions/{payment['id']}/refund", admin)
        assert answer.status_code == 201
    for refund in provider.refunds.values():
        refund.state = ProviderState.SUCCEEDED
    clock.move(seconds=10)
    provider.fail_next("find_refund")
    settle = api.container.settling.settle_refunds().execute
    assert await settle() == 2
    assert await settle() == 1
