"""A ticket costs the same however it is bought, and what is taken by hand is in every report."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, Person, assert_problem
from tests.support.orders import balance, no_discrepancy, order_of, pay, read, start
from tests.support.payments import ScriptedProvider

OUTSIDE = {"price": "50.00", "service_fee_fixed": "2.00", "tax_rate": "10.00"}
TOTAL = "57.20"


async def booked(api: Api, buyer: Person, event: dict[str, Any], way: str) -> dict[str, Any]:
    """One ticket, bought this way; the booking's JSON."""
    if way == "order":
        order = await order_of(api, buyer, event, quantity=1)
        booking: dict[str, Any] = order["bookings"][0]
        return booking
    wanted = {"event_id": event["id"], "quantity": 1}
    if way == "reservation":
        held = (await api.post("/reservations/reserve", buyer, wanted)).json()
        assert held["status"] == "pending"
        response = await api.post(f"/reservations/{held['id']}/confirm", buyer)
        assert response.is_success, response.text
        return dict(response.json())
    path = "/bookings" if way == "booking" else f"/events/{event['id']}/bookings"
    response = await api.post(path, buyer, wanted if way == "booking" else {"quantity": 1})
    assert response.status_code == 201, response.text
    return dict(response.json())


@pytest.mark.parametrize("way", ["booking", "event's booking", "reservation", "order"])
async def test_a_ticket_with_fee_and_tax_costs_the_same_however_it_is_bought(
    api: Api, organizer: Person, buyer: Person, way: str
) -> None:
    event = await api.event(organizer, **OUTSIDE)
    booking = await booked(api, buyer, event, way)
    assert (booking["status"], booking["total_amount"]) == ("confirmed", "50.00")
    order = (await api.get(f"/orders/{booking['order_id']}", buyer)).json()
    assert (order["status"], order["total_amount"]) == ("confirmed", TOTAL)
    assert (order["fee_amount"], order["tax_amount"]) == ("2.00", "5.20")
    assert (await api.get(f"/orders/{order['id']}/receipt.pdf", buyer)).status_code == 200
    stored = (await api.get(f"/events/{event['id']}")).json()
    assert stored["total_revenue"] == "50.00"


@pytest.mark.parametrize("way", ["booking", "event's booking", "reservation"])
async def test_a_ticket_without_fee_and_tax_needs_no_order(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection, way: str
) -> None:
    booking = await booked(api, buyer, await api.event(organizer, price="50.00"), way)
    assert booking["order_id"] is None
    assert await connection.fetchval("SELECT count(*) FROM orders") == 0


@pytest.mark.parametrize("move", ["cancel", "refund"])
async def test_such_a_booking_ends_with_its_order(
    api: Api, organizer: Person, buyer: Person, admin: Person, move: str
) -> None:
    event = await api.event(organizer, **OUTSIDE)
    booking = await booked(api, buyer, event, "booking")
    ended = await api.put(f"/bookings/{booking['id']}/{move}", organizer)
    assert ended.json()["status"] == {"cancel": "cancelled", "refund": "refunded"}[move]
    order = (await api.get(f"/orders/{booking['order_id']}", buyer)).json()
    assert order["status"] == "cancelled"
    stored = (await api.get(f"/events/{event['id']}")).json()
    assert (stored["total_revenue"], stored["total_tickets_sold"]) == ("0.00", 0)
    await no_discrepancy(api, admin)


async def test_a_reservation_with_an_order_is_extended_and_cancelled_by_its_buyer(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, **OUTSIDE)
    wanted = {"event_id": event["id"], "quantity": 1}
    held = (await api.post("/reservations/reserve", buyer, wanted)).json()
    assert (await api.post(f"/reservations/{held['id']}/extend", buyer)).is_success
    assert (await api.call("DELETE", f"/reservations/{held['id']}", buyer)).is_success
    order = (await api.get(f"/orders/{held['order_id']}", buyer)).json()
    assert order["status"] == "cancelled"


async def test_what_is_booked_outside_is_reported_with_fees_and_taxes(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, **OUTSIDE)
    for way in ("booking", "reservation", "order"):
        await booked(api, buyer, event, way)
    plain = await api.event(organizer, price="50.00", currency=event["currency"])
    await booked(api, buyer, plain, "booking")
    found = (await api.get("/analytics/revenue", organizer)).json()["booked_outside"]
    assert found == [
        {
            "currency": event["currency"],
            **{"bookings": 4, "tickets": 4, "amount": "200.00"},
            **{"fees": "6.00", "taxes": "15.60", "total": "221.60"},
        }
    ]


async def test_of_a_booking_that_lost_a_ticket_the_others_fees_and_taxes_are_reported(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, **OUTSIDE)
    booking = await api.book(buyer, event["id"], 3)
    code = booking["tickets"][0]["ticket_code"]
    assert (await api.post(f"/tickets/{code}/cancel", organizer)).status_code == 200
    (found,) = (await api.get("/analytics/revenue", organizer)).json()["booked_outside"]
    assert (found["tickets"], found["amount"]) == (2, "100.00")
    assert (found["fees"], found["taxes"], found["total"]) == ("4.00", "10.40", "114.40")


async def confirm(api: Api, who: Person, order: dict[str, Any], way: str) -> None:
    if way == "order":
        path = f"/orders/{order['id']}/status"
        response = await api.call("PATCH", path, who, json={"status": "confirmed"})
    else:
        response = await api.put(f"/bookings/{order['bookings'][0]['id']}/confirm", who)
    assert response.status_code == 200, response.text


@pytest.mark.parametrize("way", ["order", "booking"])
async def test_what_is_taken_by_hand_for_an_online_event_is_a_payment_in_the_ledger(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    connection: asyncpg.Connection,
    way: str,
) -> None:
    event = await api.event(organizer, payment="online", **OUTSIDE)
    order = await order_of(api, buyer, event, quantity=1)
    await confirm(api, organizer, order, way)
    (payment,) = (await api.get(f"/transactions/order/{order['id']}", buyer)).json()
    assert (payment["provider"], payment["status"]) == ("manual", "success")
    assert payment["amount"] == TOTAL
    parts = {"tickets": Decimal(50), "fees": Decimal(2), "taxes": Decimal("5.20")}
    assert await balance(connection) == parts
    revenue = (await api.get("/analytics/revenue", organizer)).json()
    assert [total["gross"] for total in revenue["totals"]] == [TOTAL]
    assert revenue["booked_outside"] == []
    taker = await connection.fetchval(
        "SELECT actor_id FROM audit_log WHERE action = 'payment.success' AND subject_id = $1",
        payment["id"],
    )
    assert taker == organizer.user.id
    await no_discrepancy(api, admin)
    # It goes back by hand as well, and the refund cancels the order.
    back = await api.post(f"/transactions/{payment['id']}/refund", organizer)
    assert (back.json()["provider"], back.json()["status"]) == ("manual", "pending")
    assert (await read(api, buyer, order))["status"] == "cancelled"


async def test_what_is_paid_online_after_it_was_taken_by_hand_goes_back(
    api: Api, organizer: Person, buyer: Person, admin: Person, provider: ScriptedProvider
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    payment = await start(api, buyer, order)
    await confirm(api, organizer, order, "order")
    twice = await api.call(
        "PATCH", f"/orders/{order['id']}/status", organizer, json={"status": "confirmed"}
    )
    assert_problem(twice, 409, "invalid_state")
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    body, headers = provider.webhook(await api.container.adapters.transactions().get(payment["id"]))
    await api.client.post("/api/v1/payments/scripted/webhook", content=body, headers=headers)
    rows = (await api.get(f"/transactions/order/{order['id']}", buyer)).json()
    states = [(row["kind"], row["provider"], row["status"]) for row in rows]
    assert sorted(states) == [
        ("payment", "manual", "success"),
        ("payment", "scripted", "refunded"),
        ("refund", "scripted", "success"),
    ]
    assert (await read(api, buyer, order))["status"] == "confirmed"
    await no_discrepancy(api, admin)


async def test_the_transfer_that_the_buyer_has_begun_is_the_money_taken_by_hand(
    api: Api, organizer: Person, buyer: Person, admin: Person
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    begun = await start(api, buyer, order, provider="manual")
    await confirm(api, organizer, order, "order")
    (payment,) = (await api.get(f"/transactions/order/{order['id']}", buyer)).json()
    assert (payment["id"], payment["status"]) == (begun["id"], "success")
    await no_discrepancy(api, admin)


async def test_an_order_that_was_paid_online_is_not_taken_by_hand_again(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    await pay(api, buyer, provider, order)
    refused = await api.put(f"/bookings/{order['bookings'][0]['id']}/confirm", organizer)
    assert_problem(refused, 409, "invalid_state")
    assert len((await api.get(f"/transactions/order/{order['id']}", buyer)).json()) == 1
