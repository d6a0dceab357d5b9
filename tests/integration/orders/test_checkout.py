"""From an order to tickets: paid, declined, late, refunded; and what the ledger then says."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.application.selling.checkout import CheckoutState
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.orders import (
    FEES,
    balance,
    no_discrepancy,
    order_of,
    pay,
    read,
    send_webhook,
    start,
)
from tests.support.payments import ScriptedProvider


async def test_paid_order_is_confirmed_with_tickets_and_booked_to_the_cent(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **FEES)
    other = await api.event(organizer, price="10.00", payment="online")
    order = await order_of(api, buyer, event, other)
    assert order["status"] == "pending" and order["expires_at"]
    # Two at 25.00, a fee of 1.50 each and 2 per cent of 50.00, and 7 per cent tax of 54.00.
    assert order["items"][0]["total_amount"] == "57.78"
    assert order["total_amount"] == "77.78"

    payment = await pay(api, buyer, provider, order)

    paid = await read(api, buyer, order)
    assert paid["status"] == "confirmed" and paid["late_payment"] is None
    assert {booking["status"] for booking in paid["bookings"]} == {"confirmed"}
    assert all(t["ticket_code"] for booking in paid["bookings"] for t in booking["tickets"])
    settled = (await api.get(f"/transactions/{payment['id']}", buyer)).json()
    assert settled["status"] == "success"
    assert await balance(connection) == {
        "tickets": Decimal("70.00"),
        "fees": Decimal("4.00"),
        "taxes": Decimal("3.78"),
    }
    sold = (await api.get(f"/events/{event['id']}")).json()
    assert (sold["total_tickets_sold"], sold["total_revenue"]) == (2, "50.00")
    await no_discrepancy(api, admin)


@pytest.mark.parametrize("first", ["orders.get", "transactions.of_order"])
async def test_a_payment_recorded_while_the_page_is_read_is_never_seen_as_none(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    monkeypatch: pytest.MonkeyPatch,
    first: str,
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    payment = await start(api, buyer, order)
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    reader = api.container.selling.read_checkout()
    repository, _, method = first.partition(".")
    read_first = getattr(getattr(reader, f"_{repository}"), method)

    async def read_then_record(order_id: int) -> Any:
        rows = await read_first(order_id)
        monkeypatch.undo()
        assert await send_webhook(api, provider, payment["id"]) == "recorded"
        return rows

    monkeypatch.setattr(getattr(reader, f"_{repository}"), method, read_then_record)
    seen = await reader.execute(buyer.actor, order["reference"])
    assert seen.state in (CheckoutState.PROVIDER, CheckoutState.DONE)
    assert (await reader.execute(buyer.actor, order["reference"])).state is CheckoutState.DONE


async def test_webhook_takes_effect_once_in_whatever_order_it_comes(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    payment = await start(api, buyer, order)
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    assert await send_webhook(api, provider, payment["id"], event_id="evt_a") == "recorded"
    assert await send_webhook(api, provider, payment["id"], event_id="evt_a") == "repeated"
    late = {"event_id": "evt_b", "state": "failed", "failure": "Declined."}
    assert await send_webhook(api, provider, payment["id"], **late) == "recorded"
    assert (await read(api, buyer, order))["status"] == "confirmed"
    assert await balance(connection) == {"tickets": Decimal("50.00")}


async def test_webhook_with_a_wrong_signature_changes_nothing(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    payment = await start(api, buyer, order)
    stored = await api.container.adapters.transactions().get(payment["id"])
    provider.pay(stored)
    body, _ = provider.webhook(stored)
    response = await api.client.post(
        "/api/v1/payments/scripted/webhook", content=body, headers={"x-signature": "forged"}
    )
    assert_problem(response, 401, "invalid_signature")
    assert (await read(api, buyer, order))["status"] == "pending"


async def test_late_payment_is_honoured_while_the_tickets_are_free(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    event = await api.event(organizer, payment="online", capacity=2)
    order = await order_of(api, buyer, event)
    payment = await start(api, buyer, order)
    clock.move(minutes=11)
    await api.container.jobs.sweep_holds().execute()
    await api.container.settling.settle_orders().execute()
    assert (await read(api, api.renewed(buyer), order))["status"] == "expired"
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    await send_webhook(api, provider, payment["id"])
    honoured = await read(api, api.renewed(buyer), order)
    assert (honoured["status"], honoured["late_payment"]) == ("confirmed", "honoured")
    assert [booking["status"] for booking in honoured["bookings"]] == ["expired", "confirmed"]
    assert honoured["items"][0]["booking_id"] == honoured["bookings"][1]["id"]
    assert (await api.get(f"/events/{event['id']}")).json()["tickets_available"] == 0
    await no_discrepancy(api, api.renewed(admin))


async def test_late_payment_is_refunded_once_when_the_tickets_are_gone(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, payment="online", capacity=2)
    order = await order_of(api, buyer, event)
    payment = await start(api, buyer, order)
    clock.move(minutes=11)
    faster = await api.person()
    await order_of(api, faster, event)
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    await send_webhook(api, provider, payment["id"], event_id="evt_a")
    await send_webhook(api, provider, payment["id"], event_id="evt_b")
    refused = await read(api, api.renewed(buyer), order)
    assert (refused["status"], refused["late_payment"]) == ("expired", "refunded")
    mine = (await api.get(f"/transactions/order/{order['id']}", api.renewed(buyer))).json()
    assert [(transaction["kind"], transaction["status"]) for transaction in mine] == [
        ("payment", "refunded"),
        ("refund", "success"),
    ]
    assert await balance(connection) == {"unapplied": Decimal("0.00")}
    assert len(provider.refunds) == 1
    await no_discrepancy(api, api.renewed(admin))


async def test_booking_of_an_online_event_makes_its_order_of_one(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online")
    booking = await api.book(buyer, event["id"], 2)
    assert booking["status"] == "pending"
    order = (await api.get(f"/orders/{booking['order_id']}", buyer)).json()
    assert order["total_amount"] == "50.00"
    assert [row["id"] for row in order["bookings"]] == [booking["id"]]
    await pay(api, buyer, provider, order)
    confirmed = (await api.get(f"/bookings/{booking['id']}", buyer)).json()
    assert confirmed["status"] == "confirmed"


async def test_full_refund_voids_the_tickets_and_cancels_the_order(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **FEES)
    order = await order_of(api, buyer, event)
    payment = await pay(api, buyer, provider, order)
    part = await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "7.78"})
    assert (part.status_code, part.json()["status"]) == (201, "success")
    assert (await read(api, buyer, order))["status"] == "confirmed"
    rest = await api.post(f"/transactions/{payment['id']}/refund", organizer)
    assert rest.json()["amount"] == "50.00"
    gone = await read(api, buyer, order)
    assert gone["status"] == "cancelled"
    assert gone["bookings"][0]["status"] == "refunded"
    assert {t["status"] for t in gone["bookings"][0]["tickets"]} == {"cancelled"}
    assert set((await balance(connection)).values()) == {Decimal("0.00")}
    more = await api.post(f"/transactions/{payment['id']}/refund", organizer)
    assert_problem(more, 409, "refund_exceeds_payment")
    await no_discrepancy(api, admin)


async def test_refund_of_a_booking_returns_what_was_paid_for_it_alone(
    api: Api, organizer: Person, buyer: Person, admin: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, **FEES)
    other = await api.event(organizer, price="10.00", payment="online")
    order = await order_of(api, buyer, event, other)
    await pay(api, buyer, provider, order)
    booking = next(row for row in order["bookings"] if row["event_id"] == event["id"])
    response = await api.put(f"/bookings/{booking['id']}/refund", organizer)
    assert response.json()["status"] == "refunded"
    (kept,) = provider.refunds.values()
    assert kept.amount == Decimal("57.78")
    assert (await read(api, buyer, order))["status"] == "confirmed"
    await no_discrepancy(api, admin)


async def test_cancelled_event_refunds_everybody_by_a_job_that_can_be_restarted(
    api: Api, organizer: Person, buyer: Person, admin: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online", capacity=100)
    orders = [await order_of(api, buyer, event) for _ in range(3)]
    for order in orders:
        await pay(api, buyer, provider, order)
    await api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})
    progress = (await api.get(f"/events/{event['id']}/refunds", organizer)).json()
    assert (progress["to_begin"], progress["done"]) == (3, 0)
    assert {(await read(api, buyer, row))["status"] for row in orders} == {"cancelled"}
    assert await api.container.settling.refund_cancelled_events().execute() == 3
    provider.fail_next("refund", is_done=True)
    api.clock.move(seconds=10)  # type: ignore[attr-defined]
    await api.container.settling.settle_refunds().execute()
    await api.container.settling.settle_refunds().execute()
    progress = (await api.get(f"/events/{event['id']}/refunds", api.renewed(organizer))).json()
    assert (progress["to_begin"], progress["pending"], progress["done"]) == (0, 0, 3)
    assert progress["amount_refunded"] == "150.00"
    assert len(provider.refunds) == 3
    await no_discrepancy(api, api.renewed(admin))


async def test_lost_webhook_is_found_out_by_the_reconciler(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    payment = await start(api, buyer, order)
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    clock.move(minutes=1)
    admin = api.renewed(admin)
    findings = (await api.post("/transactions/reconcile?dry_run=true", admin)).json()
    assert [finding["is_healed"] for finding in findings] == [True]
    assert (await read(api, admin, order))["status"] == "pending"
    await api.post("/transactions/reconcile", admin)
    assert (await read(api, admin, order))["status"] == "confirmed"
    await no_discrepancy(api, admin)


async def test_started_payment_is_answered_again_after_the_provider_failed(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    provider.fail_next("start", is_done=True)
    headers = {"Idempotency-Key": "pay-1"}
    body = {"order_id": order["id"]}
    assert_problem(
        await api.post("/transactions", buyer, body, headers=headers), 502, "provider_error"
    )
    again = await api.post("/transactions", buyer, body, headers=headers)
    assert again.status_code == 201 and again.json()["redirect_url"]
    assert len(provider.payments) == 1


async def test_order_from_a_cart_takes_its_discount_and_empties_it(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, payment="online")
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    code = {"code": "HALF", "kind": "percent", "value": "50", "event_id": event["id"]}
    assert (await api.post("/discounts", organizer, code)).status_code == 201
    await api.post("/cart", buyer, {"ticket_type_id": types[0]["id"], "quantity": 3})
    await api.post(f"/cart/user/{buyer.id}/discount", buyer, {"code": "half"})
    response = await api.post(f"/orders/from-cart/{buyer.id}", buyer)
    assert response.status_code == 201, response.text
    order = response.json()
    assert (order["total_amount"], order["discount_code"]) == ("37.50", "HALF")
    assert (await api.get(f"/cart/user/{buyer.id}", buyer)).json() == []
    empty = await api.post(f"/orders/from-cart/{buyer.id}", buyer)
    assert_problem(empty, 409, "cart_empty")
