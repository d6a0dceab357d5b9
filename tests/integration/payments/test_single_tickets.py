"""Tickets that are cancelled or refunded alone, by the organizer and by the buyer's policy."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import asyncpg
import httpx
import pytest

from src.application.ports.payments import ProviderState
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.orders import (
    FEES,
    balance,
    no_discrepancy,
    order_of,
    pay,
    read,
    send_webhook,
    stored,
)
from tests.support.payments import ScriptedProvider
from tests.support.transfers import accept, make_offer

WEEK = {"until": "P7D", "kept_percent": "10.00", "kept_fixed": "1.00"}


async def set_policy(api: Api, organizer: Person, event_id: int, **changes: Any) -> None:
    path = f"/events/{event_id}/cancellation-policy"
    response = await api.put(path, organizer, {**WEEK, **changes})
    assert response.status_code == 200, response.text


async def codes(api: Api, buyer: Person, order: dict[str, Any]) -> list[str]:
    found = await read(api, buyer, order)
    return [str(ticket["ticket_code"]) for ticket in found["bookings"][0]["tickets"]]


async def refund(api: Api, who: Person, code: str, body: Any = None, **headers: str) -> Any:
    return await api.post(f"/tickets/{code}/refund", who, body, headers=headers)


async def counters(connection: asyncpg.Connection, event_id: int) -> tuple[Any, ...]:
    row = await connection.fetchrow(
        "SELECT total_bookings, total_tickets_sold, total_revenue FROM events WHERE id = $1",
        event_id,
    )
    assert row is not None
    return tuple(row)


def amounts(ticket: dict[str, Any]) -> tuple[str, str, str]:
    return ticket["status"], ticket["refunded_amount"], ticket["kept_amount"]


async def test_organizer_refunds_one_ticket_and_the_booking_goes_on(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **FEES)
    order = await order_of(api, buyer, event, quantity=3)
    await pay(api, buyer, provider, order)
    first, *others = await codes(api, buyer, order)
    answer = await refund(api, organizer, first, {"reason": "Broken seat"})
    assert answer.status_code == 200, answer.text
    # 75.00, fees 6.00, tax 5.67: 86.67, a third of it.
    assert amounts(answer.json()) == ("cancelled", "28.89", "0.00")
    after = await read(api, buyer, order)
    (booking,) = after["bookings"]
    assert (booking["status"], booking["quantity"], booking["total_amount"]) == (
        "confirmed",
        2,
        "50.00",
    )
    assert after["status"] == "confirmed"
    (item,) = after["items"]
    assert (item["quantity"], item["cancelled_quantity"], item["total_amount"]) == (3, 1, "86.67")
    assert await counters(connection, event["id"]) == (1, 2, Decimal("50.00"))
    (refunded,) = await connection.fetch("SELECT * FROM transactions WHERE kind = 'refund'")
    assert (refunded["amount"], refunded["status"], refunded["reason"]) == (
        Decimal("28.89"),
        "success",
        "Broken seat",
    )
    assert sum((await balance(connection)).values()) == Decimal("57.78")
    assert_problem(await refund(api, organizer, first), 409, "invalid_state")
    availability = await api.get(f"/events/{event['id']}/availability")
    assert availability.json()["tickets_available"] == 8
    for code in others:
        assert (await refund(api, organizer, code)).status_code == 200
    after = await read(api, buyer, order)
    assert (after["bookings"][0]["status"], after["status"]) == ("refunded", "cancelled")
    assert set((await balance(connection)).values()) == {Decimal(0)}
    assert await counters(connection, event["id"]) == (0, 0, Decimal(0))
    (payment,) = await connection.fetch("SELECT * FROM transactions WHERE kind = 'payment'")
    assert payment["status"] == "refunded"
    await no_discrepancy(api, admin)


async def test_buyer_gives_a_ticket_back_less_what_is_kept(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await pay(api, buyer, provider, order)
    (booking,) = order["bookings"]
    await set_policy(api, organizer, booking["event_id"])
    first, second = await codes(api, buyer, order)
    path = f"/bookings/{booking['id']}/tickets/refund"
    quote = (await api.get(path, buyer)).json()
    assert (quote["refunded_amount"], quote["kept_amount"]) == ("43.00", "7.00")
    answer = await api.post(f"/tickets/{first}/cancel", buyer)
    assert answer.status_code == 200, answer.text
    assert amounts(answer.json()) == ("cancelled", "21.50", "3.50")
    answer = await refund(api, buyer, second)
    assert amounts(answer.json()) == ("cancelled", "21.50", "3.50")
    after = await read(api, buyer, order)
    assert (after["bookings"][0]["status"], after["status"]) == ("refunded", "cancelled")
    assert await balance(connection) == {"tickets": Decimal("7.00")}
    await no_discrepancy(api, admin)


async def test_what_was_kept_stays_kept_after_a_part_refund(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    payment = await pay(api, buyer, provider, order)
    (booking,) = order["bookings"]
    await set_policy(api, organizer, booking["event_id"])
    await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "10.00"})
    first, second = await codes(api, buyer, order)
    # Half of the 40.00 that are left, less 10 % and 1.00.
    assert amounts((await refund(api, buyer, first)).json()) == ("cancelled", "17.00", "3.00")
    assert amounts((await refund(api, organizer, second)).json()) == ("cancelled", "20.00", "0.00")
    assert await balance(connection) == {"tickets": Decimal("3.00")}


async def test_event_that_is_cancelled_refunds_only_what_is_left(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    await pay(api, buyer, provider, order)
    (booking,) = order["bookings"]
    await set_policy(api, organizer, booking["event_id"])
    first, second = await codes(api, buyer, order)
    await refund(api, buyer, first)
    event_path = f"/events/{booking['event_id']}"
    preview = await api.container.management.preview_event_cancellation().execute(
        organizer.actor, booking["event_id"]
    )
    assert [back.amount for back in preview.paid_back] == [Decimal("25.00")]
    answer = await api.put(event_path, organizer, {"status": "cancelled"})
    assert answer.status_code == 200, answer.text
    assert_problem(await refund(api, buyer, second), 409, "invalid_state")
    await api.container.settling.refund_cancelled_events().execute()
    clock.move(minutes=5)
    await api.container.settling.settle_refunds().execute()
    assert await balance(connection) == {"tickets": Decimal("3.50")}
    await no_discrepancy(api, admin)


async def test_without_a_policy_the_buyer_asks_the_organizer(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await pay(api, buyer, provider, order)
    first, _ = await codes(api, buyer, order)
    stranger = await api.person()
    before = await stored(connection)
    for path in (f"/tickets/{first}/refund", f"/tickets/{first}/cancel"):
        assert_problem(await api.post(path, buyer), 403, "forbidden")
    path = f"/bookings/{order['bookings'][0]['id']}"
    assert_problem(await api.get(f"{path}/tickets/refund", buyer), 403, "forbidden")
    assert_problem(await api.put(f"{path}/refund", buyer), 403, "forbidden")
    assert_problem(await api.put(f"{path}/cancel", buyer), 409, "invalid_state")
    assert_problem(await refund(api, stranger, first), 404, "not_found")
    assert_problem(await api.post(f"/tickets/{first}/cancel", organizer), 409, "invalid_state")
    assert await stored(connection) == before


async def test_policy_ends_before_the_event_starts(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    await pay(api, buyer, provider, order)
    (booking,) = order["bookings"]
    await set_policy(api, organizer, booking["event_id"])
    first, second = await codes(api, buyer, order)
    clock.move(days=22, hours=23, minutes=59)
    assert (await refund(api, api.renewed(buyer), first)).status_code == 200
    clock.move(minutes=1)
    before = await stored(connection)
    assert_problem(await refund(api, api.renewed(buyer), second), 409, "invalid_state")
    path = f"/bookings/{booking['id']}/cancel"
    assert_problem(await api.put(path, api.renewed(buyer)), 409, "invalid_state")
    assert await stored(connection) == before
    assert (await refund(api, api.renewed(organizer), second)).status_code == 200


@pytest.mark.parametrize("way", ["cancel", "refund"])
async def test_buyer_gives_a_whole_booking_back(
    way: str,
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await pay(api, buyer, provider, order)
    (booking,) = order["bookings"]
    await set_policy(api, organizer, booking["event_id"])
    path, headers = f"/bookings/{booking['id']}/{way}", {"Idempotency-Key": "once"}
    answer = await api.put(path, buyer, headers=headers)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["status"], answer.json()["quantity"]) == ("refunded", 2)
    again = await api.put(path, buyer, headers=headers)
    assert (again.json(), again.headers["Idempotency-Replayed"]) == (answer.json(), "true")
    assert await balance(connection) == {"tickets": Decimal("7.00")}
    await no_discrepancy(api, admin)


async def test_all_may_be_kept(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    await pay(api, buyer, provider, order)
    (booking,) = order["bookings"]
    await set_policy(api, organizer, booking["event_id"], kept_fixed="100.00")
    answer = await api.put(f"/bookings/{booking['id']}/cancel", buyer)
    assert answer.json()["status"] == "cancelled"
    assert [amounts(ticket) for ticket in answer.json()["tickets"]] == [
        ("cancelled", "0.00", "25.00")
    ] * 2
    assert provider.refunds == {}
    assert (await read(api, buyer, order))["status"] == "cancelled"
    await no_discrepancy(api, admin)


async def test_several_tickets_at_once_are_one_refund(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, payment="online", price="10.00")
    order = await order_of(api, buyer, event, quantity=3)
    await pay(api, buyer, provider, order)
    await set_policy(api, organizer, event["id"])
    found = (await read(api, buyer, order))["bookings"][0]
    ids = [ticket["id"] for ticket in found["tickets"]]
    path = f"/bookings/{found['id']}/tickets/refund"
    quote = (await api.get(f"{path}?ticket_ids={ids[0]},{ids[1]}", buyer)).json()
    assert (quote["refunded_amount"], quote["kept_amount"], len(quote["tickets"])) == (
        *("16.00", "4.00"),
        2,
    )
    before = await stored(connection)
    wrong = {"ticket_ids": ids[:2], "expected_amount": "17.00"}
    assert_problem(await api.post(path, buyer, wrong), 409, "invalid_state")
    foreign = {"ticket_ids": [ids[0], 10**9]}
    assert_problem(await api.post(path, buyer, foreign), 404, "not_found")
    assert await stored(connection) == before
    right = {"ticket_ids": ids[:2], "expected_amount": "16.00"}
    answer = await api.post(path, buyer, right)
    assert (answer.status_code, answer.json()["quantity"]) == (200, 1)
    assert [row["amount"] for row in await connection.fetch(REFUNDS)] == [Decimal("16.00")]


REFUNDS = "SELECT amount FROM transactions WHERE kind = 'refund'"


async def test_used_ticket_stays_and_the_others_may_go(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await pay(api, buyer, provider, order)
    (booking,) = order["bookings"]
    await set_policy(api, organizer, booking["event_id"])
    first, second = await codes(api, buyer, order)
    await api.post(f"/tickets/{first}/check-in", organizer)
    before = await stored(connection)
    for who in (buyer, organizer):
        assert_problem(await refund(api, who, first), 409, "invalid_state")
        path = f"/bookings/{booking['id']}/refund"
        assert_problem(await api.put(path, who), 409, "invalid_state")
    assert await stored(connection) == before
    assert (await refund(api, buyer, second)).status_code == 200
    after = await read(api, buyer, order)
    assert (after["status"], after["bookings"][0]["status"]) == ("confirmed", "confirmed")


async def test_who_paid_nothing_here_is_sent_to_the_whole_booking(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"], 2)
    code = booking["tickets"][0]["ticket_code"]
    problem = assert_problem(await refund(api, buyer, code), 403, "forbidden")
    assert problem["detail"].endswith("not given back one by one: cancel the whole booking.")
    await set_policy(api, organizer, event["id"], until="P366D")
    body = {"date_time": (datetime.now(UTC) + timedelta(days=30)).isoformat()}
    assert (await api.put(f"/events/{event['id']}", organizer, body)).status_code == 200
    problem = assert_problem(await refund(api, buyer, code), 409, "invalid_state")
    assert problem["detail"].endswith("single tickets back is over: cancel the whole booking.")
    answer = await api.call("DELETE", f"/bookings/{booking['id']}", buyer)
    assert answer.status_code == 200, answer.text


async def test_transferred_ticket_is_the_organizers_to_refund(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await pay(api, buyer, provider, order)
    (booking,) = order["bookings"]
    await set_policy(api, organizer, booking["event_id"])
    first, second = await codes(api, buyer, order)
    friend = await api.person()
    token = await make_offer(api, connection, buyer, first)
    given = (await accept(api, token, friend)).json()
    before = await stored(connection)
    theirs = assert_problem(await refund(api, friend, given["ticket_code"]), 403, "forbidden")
    assert theirs["detail"].endswith("only the event's organizer can take it back.")
    path = f"/bookings/{booking['id']}/tickets/refund"
    named = {"ticket_ids": [given["id"]]}
    ours = assert_problem(await api.post(path, buyer, named), 409, "invalid_state")
    assert ours["detail"].endswith("only the event's organizer can cancel it now.")
    whole = f"/bookings/{booking['id']}/refund"
    assert_problem(await api.put(whole, buyer), 409, "invalid_state")
    assert await stored(connection) == before
    assert (await refund(api, buyer, second)).status_code == 200
    answer = await refund(api, organizer, given["ticket_code"])
    assert answer.json()["refunded_amount"] == "25.00"


async def test_refund_that_fails_leaves_the_ticket_void(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    await pay(api, buyer, provider, order)
    first, _ = await codes(api, buyer, order)
    provider.refund_state = ProviderState.FAILED
    answer = await refund(api, organizer, first)
    assert amounts(answer.json()) == ("cancelled", "25.00", "0.00")
    (booking,) = (await read(api, buyer, order))["bookings"]
    assert (booking["status"], booking["quantity"]) == ("confirmed", 1)


async def test_refund_that_comes_later_is_booked_to_its_ticket(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    types = [
        {"name": "Cheap", "price": "10.00", "capacity": 5},
        {"name": "Dear", "price": "50.00", "capacity": 5},
    ]
    event = await api.event(organizer, payment="online", price=None, ticket_types=types)
    found = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    items = [{"ticket_type_id": kind["id"], "quantity": 2} for kind in found]
    order = (await api.post("/orders", buyer, {"items": items})).json()
    payment = await pay(api, buyer, provider, order)
    provider.refund_state = ProviderState.OPEN
    tickets = (await read(api, buyer, order))["bookings"][0]["tickets"]
    dear = next(ticket for ticket in tickets if ticket["price"] == "50.00")
    assert (await refund(api, organizer, dear["ticket_code"])).status_code == 200
    (row,) = await connection.fetch("SELECT id FROM transactions WHERE kind = 'refund'")
    transaction = await api.container.adapters.transactions().get(row["id"])
    provider.settle_refund(transaction)
    assert await send_webhook(api, provider, row["id"]) == "recorded"
    booked = await connection.fetch(
        "SELECT ticket_type_id, amount FROM ledger_entries WHERE kind = 'refund'"
    )
    assert [tuple(entry) for entry in booked] == [(dear["ticket_type_id"], Decimal("-50.00"))]
    assert payment["amount"] == "120.00"


async def test_ticket_of_an_event_paid_outside_is_cancelled_or_noted_as_refunded(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"], 3)
    first, second, third = (ticket["ticket_code"] for ticket in booking["tickets"])
    assert_problem(await api.post(f"/tickets/{first}/cancel", buyer), 403, "forbidden")
    answer = await api.post(f"/tickets/{first}/cancel", organizer)
    assert amounts(answer.json()) == ("cancelled", "0.00", "0.00")
    answer = await refund(api, organizer, second)
    assert amounts(answer.json()) == ("cancelled", "25.00", "0.00")
    await set_policy(api, organizer, event["id"])
    answer = await refund(api, buyer, third)
    assert amounts(answer.json()) == ("cancelled", "0.00", "0.00")
    after = (await api.get(f"/bookings/{booking['id']}", buyer)).json()
    assert (after["status"], after["quantity"]) == ("refunded", 1)
    assert await counters(connection, event["id"]) == (0, 0, Decimal(0))
    rows = await connection.fetch(
        "SELECT action FROM audit_log WHERE subject = 'ticket' AND event_id = $1 ORDER BY id",
        event["id"],
    )
    assert [row["action"] for row in rows] == [
        *("ticket.cancelled", "ticket.refunded", "ticket.cancelled")
    ]


async def test_repeated_request_refunds_once(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    await pay(api, buyer, provider, order)
    first, _ = await codes(api, buyer, order)
    key = {"Idempotency-Key": "again"}
    answers = [await refund(api, organizer, first, **key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert answers[1].headers["Idempotency-Replayed"] == "true"
    assert len(provider.refunds) == 1


async def test_door_list_says_that_a_single_ticket_was_refunded(
    api: Api,
    organizer: Person,
    buyer: Person,
    order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    await pay(api, buyer, provider, order)
    (booking,) = order["bookings"]
    path = f"/events/{booking['event_id']}/door-list"
    version = (await api.get(path, organizer)).json()["version"]
    first, _ = await codes(api, buyer, order)
    await refund(api, organizer, first)
    api.container.door.door_lists().states.invalidate_all()
    delta = (await api.get(f"{path}?since={version}", organizer)).json()
    states = {str(entry["status"]) for entry in _tickets(delta)}
    assert "refunded" in states
    refused: httpx.Response = await api.post(f"/tickets/{first}/check-in", organizer)
    problem = assert_problem(refused, 409, "invalid_state")
    assert problem["reason"] == "refunded"


def _tickets(door_list: dict[str, Any]) -> list[dict[str, Any]]:
    columns = door_list["columns"]
    return [dict(zip(columns, row, strict=True)) for row in door_list["entries"]]


@pytest.mark.parametrize("who", ["organizer", "buyer"])
async def test_with_the_last_ticket_go_the_add_ons_and_the_booking_ends(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    who: str,
) -> None:
    event = await api.event(organizer, payment="online", price="20.00", capacity=10)
    await set_policy(api, organizer, event["id"], kept_percent="0.00", kept_fixed="0.00")
    shirt = {"name": "T-shirt", "admits": False, "price": "15.00", "capacity": 5}
    add_on = (await api.post(f"/events/{event['id']}/ticket-types", organizer, shirt)).json()
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    ticket = next(kind for kind in types if kind["admits"])
    items = [
        {"ticket_type_id": ticket["id"], "quantity": 2},
        {"ticket_type_id": add_on["id"], "quantity": 2},
    ]
    order = (await api.post("/orders", buyer, {"items": items})).json()
    await pay(api, buyer, provider, order)
    first, last = await codes(api, buyer, order)
    giver = organizer if who == "organizer" else buyer
    verb = "refund" if who == "organizer" else "cancel"

    goes_on = await api.post(f"/tickets/{first}/{verb}", giver, {})
    assert goes_on.status_code == 200, goes_on.text
    booking = (await read(api, buyer, order))["bookings"][0]
    assert (booking["status"], booking["quantity"]) == ("confirmed", 1)
    ends = await api.post(f"/tickets/{last}/{verb}", giver, {})
    assert ends.status_code == 200, ends.text

    found = await read(api, buyer, order)
    (booking,) = found["bookings"]
    assert (found["status"], booking["status"]) == ("cancelled", "refunded")
    assert {each["status"] for each in (*booking["tickets"], *booking["add_ons"])} == {"cancelled"}
    assert sum(kept.amount for kept in provider.refunds.values()) == Decimal("70.00")
    left = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    assert {kind["name"]: kind["sold"] for kind in left}["T-shirt"] == 0
    await no_discrepancy(api, admin)
