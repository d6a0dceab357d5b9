"""Deleting, cancelling, confirming and completing orders; deadlines; an order and its bookings."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.orders import (
    manual_payment,
    no_discrepancy,
    order_of,
    pay,
    read,
    send_webhook,
    start,
    stored,
)
from tests.support.payments import ScriptedProvider


async def cancel(api: Api, who: Person, order: dict[str, Any], **headers: str) -> Any:
    return await api.post(f"/orders/{order['id']}/cancel", who, headers=headers)


async def change_status(api: Api, who: Person, order: dict[str, Any], status: str) -> Any:
    path = f"/orders/{order['id']}/status"
    return await api.call("PATCH", path, who, json={"status": status})


async def delete(api: Api, who: Person, order: dict[str, Any]) -> Any:
    return await api.call("DELETE", f"/orders/{order['id']}", who)


async def held(api: Api, *events: dict[str, Any]) -> int:
    counts = [(await api.get(f"/events/{event['id']}")).json() for event in events]
    return sum(count["tickets_held"] + count["total_tickets_sold"] for count in counts)


async def test_deleted_order_frees_its_tickets_and_is_seen_no_more(
    api: Api, organizer: Person, buyer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    gone = await delete(api, buyer, order)
    assert gone.status_code == 200, gone.text
    assert gone.json()["success"] is True
    assert await held(api, event) == 0
    for response in (
        await api.get(f"/orders/{order['id']}", admin),
        await delete(api, buyer, order),
        await cancel(api, buyer, order),
        await api.post("/transactions", buyer, {"order_id": order["id"]}),
    ):
        assert_problem(response, 404, "not_found")
    assert (await api.get("/orders", admin)).json() == []
    assert await connection.fetchval("SELECT status::text FROM orders") == "cancelled"


async def test_order_that_was_confirmed_is_never_deleted(
    api: Api, organizer: Person, buyer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    free, online = await api.event(organizer), await api.event(organizer, payment="online")
    cancelled = await order_of(api, buyer, free)
    await cancel(api, buyer, cancelled)
    confirmed, paid = await order_of(api, buyer, free), await order_of(api, buyer, online)
    await manual_payment(api, buyer, admin, paid)
    before = await stored(connection)
    for order in (cancelled, confirmed, paid):
        assert_problem(await delete(api, buyer, order), 409, "invalid_state")
    assert await stored(connection) == before


async def test_order_whose_money_came_back_is_never_deleted(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    payment = await start(api, buyer, order)
    await cancel(api, buyer, order)
    provider.pay(await api.container.adapters.transactions().get(payment["id"]))
    await send_webhook(api, provider, payment["id"])
    before = await stored(connection)
    assert_problem(await delete(api, buyer, order), 409, "invalid_state")
    assert await stored(connection) == before


async def test_pending_order_is_cancelled_by_its_buyer_whole(
    api: Api, organizer: Person, buyer: Person
) -> None:
    events = [await api.event(organizer, payment="online") for _ in range(2)]
    order = await order_of(api, buyer, *events)
    response = await cancel(api, buyer, order)
    assert (response.status_code, response.json()["status"]) == (200, "cancelled")
    assert {booking["status"] for booking in response.json()["bookings"]} == {"cancelled"}
    assert await held(api, *events) == 0
    assert_problem(await cancel(api, buyer, order), 409, "invalid_state")


async def test_order_that_cost_nothing_is_cancelled_until_an_event_starts(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    early, late = await order_of(api, buyer, event), await order_of(api, buyer, event)
    assert (await cancel(api, buyer, early)).json()["status"] == "cancelled"
    clock.move(days=30, minutes=1)
    before = await stored(connection)
    assert_problem(await cancel(api, api.renewed(buyer), late), 409, "invalid_state")
    assert await stored(connection) == before
    assert (await cancel(api, api.renewed(organizer), late)).json()["status"] == "cancelled"


async def test_order_with_a_used_ticket_is_not_cancelled(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    order = await order_of(api, buyer, await api.event(organizer), await api.event(organizer))
    code = order["bookings"][1]["tickets"][0]["ticket_code"]
    assert (await api.post(f"/tickets/{code}/check-in", organizer)).status_code == 200
    before = await stored(connection)
    for who in (buyer, organizer):
        assert_problem(await cancel(api, who, order), 409, "invalid_state")
    assert await stored(connection) == before


async def test_paid_order_and_its_bookings_are_not_cancelled_without_a_refund(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    await pay(api, buyer, provider, order)
    before = await stored(connection)
    for who in (buyer, organizer, admin):
        assert_problem(await cancel(api, who, order), 409, "invalid_state")
        refused = await api.put(f"/bookings/{order['bookings'][0]['id']}/cancel", who)
        assert_problem(refused, 409, "invalid_state")
    for who in (organizer, admin):
        assert_problem(await change_status(api, who, order, "cancelled"), 409, "invalid_state")
    assert await stored(connection) == before


async def test_cancelling_is_answered_again_when_it_is_sent_again(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    key = {"Idempotency-Key": "cancel-1"}
    first = await cancel(api, buyer, order, **key)
    before = await stored(connection)
    again = await cancel(api, buyer, order, **key)
    assert (again.status_code, again.json()) == (200, first.json())
    assert again.headers["idempotency-replayed"] == "true"
    assert await stored(connection) == before


async def test_staff_confirm_an_order_that_was_paid_outside_and_cancel_it(
    api: Api, organizer: Person, buyer: Person, admin: Person
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    confirmed = (await change_status(api, organizer, order, "confirmed")).json()
    assert (confirmed["status"], confirmed["expires_at"]) == ("confirmed", None)
    assert all(ticket["ticket_code"] for ticket in confirmed["bookings"][0]["tickets"])
    assert_problem(await cancel(api, buyer, order), 409, "invalid_state")
    cancelled = (await change_status(api, admin, order, "cancelled")).json()
    assert cancelled["status"] == "cancelled"
    assert await held(api, event) == 0
    # What was taken by hand is to be given back by hand.
    payment, refund = (await api.get(f"/transactions/order/{order['id']}", buyer)).json()
    assert (refund["provider"], refund["status"]) == ("manual", "pending")
    assert refund["amount"] == payment["amount"] == order["total_amount"]
    path = f"/transactions/{refund['id']}/status"
    assert (await api.call("PATCH", path, admin, json={"status": "success"})).is_success
    await no_discrepancy(api, admin)


@pytest.mark.parametrize("status", ["pending", "completed", "expired", "refunded", ""])
async def test_status_is_refused_when_it_names_no_transition(
    status: str, api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    before = await stored(connection)
    assert_problem(await change_status(api, organizer, order, status), 422, "validation_failed")
    assert await stored(connection) == before


async def test_confirmed_order_is_not_confirmed_again(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    order = await order_of(api, buyer, await api.event(organizer))
    before = await stored(connection)
    assert_problem(await change_status(api, organizer, order, "confirmed"), 409, "invalid_state")
    assert await stored(connection) == before


@pytest.mark.parametrize("is_swept", [False, True], ids=["not noticed", "swept"])
async def test_order_that_lapsed_is_neither_paid_nor_confirmed(
    is_swept: bool,
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    clock.move(minutes=11)
    if is_swept:
        await api.container.settling.settle_orders().execute()
        assert (await read(api, api.renewed(buyer), order))["status"] == "expired"
    before = await stored(connection)
    started = await api.post("/transactions", api.renewed(buyer), {"order_id": order["id"]})
    assert_problem(started, 409, "hold_expired")
    confirmed = await change_status(api, api.renewed(organizer), order, "confirmed")
    assert_problem(confirmed, 409, "hold_expired")
    assert await stored(connection) == before


async def test_extending_a_reservation_extends_the_deadline_of_all_its_order(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    events = [await api.event(organizer, payment="online") for _ in range(2)]
    order = await order_of(api, buyer, *events)
    clock.move(minutes=5)
    extended = await api.post(f"/reservations/{order['bookings'][0]['id']}/extend", buyer)
    assert extended.status_code == 200, extended.text
    now = await read(api, buyer, order)
    assert now["expires_at"] == extended.json()["expires_at"] > order["expires_at"]
    assert {booking["expires_at"] for booking in now["bookings"]} == {now["expires_at"]}
    clock.move(minutes=6)
    assert (await start(api, api.renewed(buyer), order))["status"] == "pending"


async def test_cancelling_one_booking_of_a_pending_order_cancels_it_all(
    api: Api, organizer: Person, buyer: Person
) -> None:
    events = [await api.event(organizer, payment="online") for _ in range(2)]
    order = await order_of(api, buyer, *events)
    await api.put(f"/bookings/{order['bookings'][1]['id']}/cancel", buyer)
    gone = await read(api, buyer, order)
    assert gone["status"] == "cancelled"
    assert [booking["status"] for booking in gone["bookings"]] == ["cancelled"] * 2
    assert await held(api, *events) == 0


async def test_order_is_completed_when_the_last_of_its_events_has_ended(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    event = await api.event(organizer)
    last = await api.event(organizer, date_time=(clock() + timedelta(days=60)).isoformat())
    both, single = await order_of(api, buyer, event, last), await order_of(api, buyer, event)
    await api.container.jobs.complete_past_events().execute()
    assert (await read(api, buyer, single))["status"] == "confirmed"
    clock.move(days=31)
    await api.container.jobs.complete_past_events().execute()
    buyer = api.renewed(buyer)
    assert (await read(api, buyer, single))["status"] == "completed"
    assert (await read(api, buyer, both))["status"] == "confirmed"
    assert_problem(await cancel(api, buyer, single), 409, "invalid_state")
