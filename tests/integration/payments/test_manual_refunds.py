"""Refunds that only an administrator can settle: no job touches them."""

from typing import Any

import asyncpg
import pytest

from src.application.ports.payments import ProviderState
from tests.support.api import Api, MovableClock, Person, assert_problem
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


@pytest.mark.parametrize("how", ["retry", "paid-out"])
async def test_a_refund_that_was_made_again_cannot_have_succeeded_too(
    api: Api,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    connection: asyncpg.Connection,
    how: str,
) -> None:
    payment = await manual_payment(api, buyer, admin, order)
    path = f"/transactions/{payment['id']}/refund"
    refund = (await api.post(path, admin, {"amount": "10.00"})).json()
    assert (await change_status(api, admin, refund, "failed")).status_code == 200
    body = {"note": "In cash.", "amount": "4.00"} if how == "paid-out" else None
    assert (await api.post(f"/transactions/{refund['id']}/{how}", admin, body)).is_success
    before = await rows(connection)
    response = await change_status(api, admin, refund, "success")
    problem = assert_problem(response, 409, "invalid_state")
    assert "was sent again or paid out another way" in problem["detail"]
    assert await rows(connection) == before


async def test_a_refund_that_failed_by_mistake_can_have_succeeded(
    api: Api, buyer: Person, admin: Person, order: dict[str, Any]
) -> None:
    payment = await manual_payment(api, buyer, admin, order)
    refund = (await api.post(f"/transactions/{payment['id']}/refund", admin)).json()
    for status in ("failed", "success"):
        assert (await change_status(api, admin, refund, status)).json()["status"] == status


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
