"""Refunds that only an administrator can settle: no job touches them."""

from typing import Any

import asyncpg
import pytest

from src.application.ports.payments import ProviderState
from tests.support.api import Api, MovableClock, Person
from tests.support.orders import change_status, manual_payment, order_of, pay
from tests.support.payments import ScriptedProvider

# A row that is written anew is another version of it, in another transaction.
WRITTEN = "SELECT id, xmin::text, version FROM transactions ORDER BY id"
AUDITED = "SELECT count(*) FROM audit_log"


@pytest.fixture
async def order(api: Api, organizer: Person, buyer: Person) -> dict[str, Any]:
    return await order_of(api, buyer, await api.event(organizer, payment="online"))


async def rows(connection: asyncpg.Connection) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await connection.fetch(WRITTEN)]


async def test_a_refund_that_waits_for_a_person_is_not_written_by_any_run(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    payment = await manual_payment(api, buyer, admin, order)
    refund = (await api.post(f"/transactions/{payment['id']}/refund", admin)).json()
    before = await rows(connection), await connection.fetchval(AUDITED)
    clock.move(minutes=1)
    for _ in range(3):
        assert await api.container.settling.settle_refunds().execute() == 0
        assert (await api.post("/transactions/reconcile", api.renewed(admin))).is_success
    assert (await rows(connection), await connection.fetchval(AUDITED)) == before
    settled = await change_status(api, api.renewed(admin), refund, "success")
    assert settled.json()["status"] == "success"


async def test_a_refund_that_is_still_open_at_its_provider_is_asked_for_and_not_written(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    clock: MovableClock,
    connection: asyncpg.Connection,
    provider: ScriptedProvider,
) -> None:
    provider.refund_state = ProviderState.OPEN
    payment = await pay(api, buyer, provider, order)
    assert (await api.post(f"/transactions/{payment['id']}/refund", admin)).status_code == 201
    clock.move(seconds=10)
    settle = api.container.settling.settle_refunds().execute
    assert await settle() == 0
    before = await rows(connection), await connection.fetchval(AUDITED)
    provider.calls.clear()
    # Not yet again: the older it is, the less often it is asked for, and written.
    clock.move(seconds=4)
    assert await settle() == 0
    assert provider.calls == []
    assert (await rows(connection), await connection.fetchval(AUDITED)) == before
    clock.move(days=1)
    for _ in range(3):
        clock.move(minutes=59)
        assert await settle() == 0
    assert [method for method, _ in provider.calls] == ["find_refund"] * 2
    assert [row[2] for row in await rows(connection)] == [row[2] for row in before[0]]
    assert await connection.fetchval(AUDITED) == before[1]
    clock.move(hours=1)
    for kept in provider.refunds.values():
        kept.state = ProviderState.SUCCEEDED
    assert await settle() == 1
