"""Refunds that were made in the provider's dashboard: booked, and the tickets ended."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.application.ports.payments import ProviderState
from tests.support.api import Api, MovableClock, Person
from tests.support.disputes import dispute
from tests.support.orders import balance, no_discrepancy, pay, read
from tests.support.payments import ScriptedProvider

ALL, PART = Decimal("50.00"), Decimal("20.00")


@pytest.fixture
async def payment(
    api: Api, buyer: Person, provider: ScriptedProvider, order: dict[str, Any]
) -> dict[str, Any]:
    return await pay(api, buyer, provider, order)


async def refund_outside(
    api: Api, provider: ScriptedProvider, payment: dict[str, Any], amount: Decimal
) -> str:
    """Refund it in the dashboard; the reference."""
    stored = await api.container.adapters.transactions().get(payment["id"])
    return provider.refund_outside(stored, amount)


async def report(
    api: Api, provider: ScriptedProvider, reference: str, event_id: str | None = None
) -> str:
    body, headers = provider.outside_webhook(reference, event_id)
    path = "/api/v1/payments/scripted/webhook"
    response = await api.client.post(path, content=body, headers=headers)
    assert response.status_code == 200, response.text
    return str(response.json()["effect"])


async def refunds(api: Api, who: Person, order: dict[str, Any]) -> list[dict[str, Any]]:
    found = (await api.get(f"/transactions/order/{order['id']}", who)).json()
    return [transaction for transaction in found if transaction["kind"] == "refund"]


async def test_whole_refund_in_the_dashboard_is_booked_and_cancels_the_order(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    reference = await refund_outside(api, provider, payment, ALL)
    assert await report(api, provider, reference) == "recorded"
    assert await report(api, provider, reference) == "recorded"
    (made,) = await refunds(api, organizer, order)
    assert (made["status"], made["amount"], made["reason"]) == (
        "success",
        "50.00",
        "It was refunded at the provider.",
    )
    assert await balance(connection) == {"tickets": 0}
    now = await read(api, buyer, order)
    assert (now["status"], [b["status"] for b in now["bookings"]]) == ("cancelled", ["refunded"])
    paid = (await api.get(f"/transactions/{payment['id']}", buyer)).json()
    assert (paid["status"], paid["refunded_amount"]) == ("refunded", "50.00")
    await no_discrepancy(api, admin)


async def test_part_in_the_dashboard_leaves_the_tickets(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await report(api, provider, await refund_outside(api, provider, payment, PART))
    assert await balance(connection) == {"tickets": 30}
    assert (await read(api, buyer, order))["status"] == "confirmed"
    made = await api.post(f"/transactions/{payment['id']}/refund", organizer)
    assert made.json()["amount"] == "30.00"
    await no_discrepancy(api, admin)


async def test_refund_whose_webhook_was_lost_is_found_at_night_however_old_its_payment_is(
    api: Api,
    buyer: Person,
    organizer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    clock.move(days=100)
    admin = api.renewed(admin)
    await refund_outside(api, provider, payment, ALL)
    dry = (await api.post("/transactions/reconcile", admin, params={"dry_run": "true"})).json()
    assert ("payment", payment["id"], True) in [
        (finding["subject"], finding["subject_id"], finding["is_healed"]) for finding in dry
    ]
    assert await balance(connection) == {"tickets": 50}
    provider.calls.clear()
    compare = api.container.settling.compare_refunds()
    assert await compare.execute() == 1
    assert await compare.execute() == 0
    # A list is asked for, and nothing one by one.
    assert provider.calls == []
    assert await balance(connection) == {"tickets": 0}


async def test_refund_that_takes_days_is_under_way_and_one_that_failed_is_none(
    api: Api,
    buyer: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    provider.refund_state = ProviderState.FAILED
    failed = await refund_outside(api, provider, payment, PART)
    assert await report(api, provider, failed) == "unknown"
    assert await refunds(api, buyer, order) == []
    provider.refund_state = ProviderState.OPEN
    reference = await refund_outside(api, provider, payment, PART)
    assert await report(api, provider, reference) == "recorded"
    assert [made["status"] for made in await refunds(api, buyer, order)] == ["pending"]
    kept = next(kept for kept in provider.refunds.values() if kept.reference == reference)
    kept.state = ProviderState.SUCCEEDED
    clock.move(minutes=1)
    assert await api.container.settling.settle_refunds().execute() == 1
    assert await balance(connection) == {"tickets": 30}


async def test_refund_there_beside_one_of_ours_waits_until_that_has_failed(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    """The money has gone once."""
    provider.fail_next("refund")
    path = f"/transactions/{payment['id']}/refund"
    assert (await api.post(path, organizer)).json()["status"] == "pending"
    reference = await refund_outside(api, provider, payment, ALL)
    assert await report(api, provider, reference) == "unknown"
    clock.move(minutes=1)
    # The provider has nothing left to give back.
    assert await api.container.settling.settle_refunds().execute() == 1
    assert await api.container.settling.compare_refunds().execute() == 1
    assert [made["status"] for made in await refunds(api, api.renewed(organizer), order)] == [
        "failed",
        "success",
    ]
    assert await balance(connection) == {"tickets": 0}
    await no_discrepancy(api, api.renewed(admin))


async def test_used_tickets_stay_used(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    payment: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    code = (await read(api, buyer, order))["bookings"][0]["tickets"][0]["ticket_code"]
    assert (await api.post(f"/tickets/{code}/check-in", organizer)).status_code == 200
    await report(api, provider, await refund_outside(api, provider, payment, ALL))
    tickets = (await read(api, buyer, order))["bookings"][0]["tickets"]
    assert sorted(ticket["status"] for ticket in tickets) == ["cancelled", "used"]


async def test_refund_of_what_a_bank_has_taken_before_is_money_for_nothing(
    api: Api,
    payment: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    """The buyer has a part of it twice, and the ledger is still what the provider has."""
    await dispute(api, provider, payment, "lost", amount=PART)
    await report(api, provider, await refund_outside(api, provider, payment, ALL))
    assert await balance(connection) == {"tickets": 0, "unapplied": -20}
