"""Booking tickets over HTTP: what is sold, to whom, and what is refused."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Api, MovableClock, Person, assert_problem
from tests.support.rows import add_hold, recount, snapshot, start_event, use_ticket


async def book(
    api: Api, buyer: Person | None, event: dict[str, Any], quantity: int = 1, **fields: Any
) -> httpx.Response:
    body = {"event_id": event["id"], "quantity": quantity, **fields}
    return await api.post("/bookings", buyer, body)


async def test_booking_is_confirmed_at_once_with_a_code_on_every_ticket(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, price="25.00", currency="EUR")
    (only,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    response = await book(api, buyer, event, 2)
    assert response.status_code == 201
    booking = response.json()
    assert response.headers["location"] == f"{V1}/bookings/{booking['id']}"
    assert (booking["user_id"], booking["event_id"]) == (buyer.id, event["id"])
    assert (booking["quantity"], booking["total_amount"]) == (2, "50.00")
    assert (booking["currency"], booking["status"]) == ("EUR", "confirmed")
    assert (booking["expires_at"], booking["order_id"]) == (None, None)
    assert re.fullmatch(r"BKG-[2-9A-HJKMNP-TV-Z]{8}", booking["reference"])
    for ticket in booking["tickets"]:
        assert re.fullmatch(r"TKT-\d{8}-[2-9A-HJKMNP-TV-Z]{8}", ticket.pop("ticket_code"))
        del ticket["id"]
        expected = {"ticket_type_id": only["id"], "seat": None, "price": "25.00"}
        expected |= {"refunded_amount": None, "kept_amount": None}
        assert ticket == {**expected, "status": "active", "transferred": False}


async def test_ticket_codes_are_unique_and_carry_the_utc_day_of_issue(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    event = await api.event(organizer)
    clock.move(days=3)
    booking = await api.book(buyer, event["id"], 10)
    codes = [ticket["ticket_code"] for ticket in booking["tickets"]]
    assert len(set(codes)) == 10
    assert {code[4:12] for code in codes} == {f"{clock():%Y%m%d}"}


async def test_booking_under_its_event_is_the_same_operation(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    path = f"/events/{event['id']}/bookings"
    response = await api.post(path, buyer, {"ticket_count": 3})
    assert response.status_code == 201
    assert (response.json()["quantity"], response.json()["event_id"]) == (3, event["id"])
    body = {"event_id": event["id"], "ticket_count": 2}
    assert (await api.post("/bookings", buyer, body)).json()["quantity"] == 2


async def test_price_that_a_client_sends_is_never_read(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, price="25.00")
    lies = {"total_amount": "0.01", "currency": "IDR", "status": "refunded"}
    for name, lie in lies.items():
        refused = await book(api, buyer, event, 2, **{name: lie})
        assert_problem(refused, 422, "validation_failed")
    path, body = f"/events/{event['id']}/bookings", {"quantity": 2, "price": "0.01"}
    lenient = {"Prefer": "handling=lenient"}
    booking = (await api.post(path, buyer, body, headers=lenient)).json()
    assert (booking["total_amount"], booking["currency"]) == ("50.00", "USD")
    assert booking["status"] == "confirmed"


async def test_free_event_is_booked_for_nothing(api: Api, organizer: Person, buyer: Person) -> None:
    event = await api.event(organizer, price="0")
    assert (await book(api, buyer, event, 2)).json()["total_amount"] == "0.00"


async def test_booking_takes_stock_and_counts_in_the_statistics(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person
) -> None:
    event, other = await api.event(organizer), await api.event(organizer)
    await api.book(buyer, event["id"], 3)
    after = (await api.get(f"/events/{event['id']}")).json()
    assert (after["total_bookings"], after["total_tickets_sold"]) == (1, 3)
    assert (after["total_revenue"], after["tickets_available"]) == ("75.00", 7)
    counted = await recount(connection, event["id"])
    assert {name: after[name] for name in counted} == {**counted, "total_revenue": "75.00"}
    assert (await api.get(f"/events/{other['id']}")).json() == other


async def test_booking_is_refused_when_the_event_is_full(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, capacity=3)
    await api.book(await api.person(), event["id"], 2)
    before = await snapshot(connection, event["id"])
    problem = assert_problem(await book(api, buyer, event, 2), 409, "insufficient_tickets")
    assert (problem["requested"], problem["available"]) == (2, 1)
    assert problem["detail"] == "Only 1 ticket left; you asked for 2."
    assert await snapshot(connection, event["id"]) == before
    await api.book(buyer, event["id"], 1)
    problem = assert_problem(await book(api, buyer, event, 1), 409, "insufficient_tickets")
    assert problem["detail"] == "No tickets are left."


async def test_capacity_of_the_event_binds_all_its_types_together(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person
) -> None:
    types = [{"name": "A", "capacity": 5}, {"name": "B", "capacity": 5}]
    event = await api.event(organizer, capacity=6, ticket_types=types)
    a, b = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    assert_problem(
        await book(api, buyer, event, 6, ticket_type_id=a["id"]), 409, "insufficient_tickets"
    )
    assert (await book(api, buyer, event, 5, ticket_type_id=a["id"])).status_code == 201
    before = await snapshot(connection, event["id"])
    problem = assert_problem(
        await book(api, buyer, event, 2, ticket_type_id=b["id"]), 409, "insufficient_tickets"
    )
    assert problem["available"] == 1
    assert await snapshot(connection, event["id"]) == before


async def test_hold_that_has_not_lapsed_takes_stock(
    api: Api, connection: asyncpg.Connection, clock: MovableClock, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, capacity=3)
    soon = clock() + timedelta(minutes=5)
    await add_hold(
        connection, event_id=event["id"], user_id=organizer.id, expires_at=soon, quantity=2
    )
    problem = assert_problem(await book(api, buyer, event, 2), 409, "insufficient_tickets")
    assert problem["available"] == 1


async def test_limit_counts_the_live_tickets_of_one_user_across_bookings(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, max_tickets_per_user=3)
    first = await api.book(buyer, event["id"], 2)
    await use_ticket(connection, first["tickets"][0]["id"])
    before = await snapshot(connection, event["id"])
    problem = assert_problem(await book(api, buyer, event, 2), 409, "ticket_limit_exceeded")
    assert (problem["limit"], problem["held"]) == (3, 2)
    for_buyer = await book(api, organizer, event, 2, user_id=buyer.id)
    assert_problem(for_buyer, 409, "ticket_limit_exceeded")
    assert await snapshot(connection, event["id"]) == before
    assert (await book(api, await api.person(), event, 3)).status_code == 201


async def test_cancelled_tickets_do_not_count_for_the_limit(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, max_tickets_per_user=2)
    elsewhere = await api.event(organizer, max_tickets_per_user=2)
    booking = await api.book(buyer, event["id"], 2)
    await api.book(buyer, elsewhere["id"], 2)
    assert_problem(await book(api, buyer, event, 1), 409, "ticket_limit_exceeded")
    await api.put(f"/bookings/{booking['id']}/cancel", buyer)
    assert (await book(api, buyer, event, 2)).status_code == 201


@pytest.mark.parametrize("status", ["completed", "cancelled"])
async def test_booking_is_refused_when_the_event_is_over(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person, status: str
) -> None:
    event = await api.event(organizer)
    await api.put(f"/events/{event['id']}", organizer, {"status": status})
    before = await snapshot(connection, event["id"])
    assert_problem(await book(api, buyer, event), 409, "sales_closed")
    assert await snapshot(connection, event["id"]) == before


async def test_booking_is_refused_once_the_event_has_started(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    await start_event(connection, event["id"])
    before = await snapshot(connection, event["id"])
    problem = assert_problem(await book(api, buyer, event), 409, "sales_closed")
    assert problem["detail"] == "The event has already started."
    assert await snapshot(connection, event["id"]) == before


@pytest.mark.parametrize("is_of_type", [False, True])
async def test_booking_is_refused_outside_the_sales_window(
    api: Api, clock: MovableClock, organizer: Person, buyer: Person, is_of_type: bool
) -> None:
    now = datetime.now(UTC)
    window = {
        "sales_start": (now + timedelta(days=1)).isoformat(),
        "sales_end": (now + timedelta(days=2)).isoformat(),
    }
    fields = {"ticket_types": [{"name": "Early bird", **window}]} if is_of_type else window
    event = await api.event(organizer, **fields)
    assert_problem(await book(api, buyer, event), 409, "sales_closed")
    clock.move(days=1, minutes=1)
    assert (await book(api, buyer, event)).status_code == 201
    clock.move(days=1)
    assert_problem(await book(api, buyer, event), 409, "sales_closed")
    assert (await api.get(f"/events/{event['id']}")).json()["total_tickets_sold"] == 1


async def test_type_must_be_named_when_the_event_has_several(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, ticket_types=[{"name": "A"}, {"name": "B", "price": "9"}])
    foreign = await api.event(organizer)
    (foreign_type,) = (await api.get(f"/events/{foreign['id']}/ticket-types")).json()
    before = await snapshot(connection, event["id"])
    problem = assert_problem(await book(api, buyer, event), 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == ["body.ticket_type_id"]
    for type_id in (foreign_type["id"], 999_999_999):
        response = await book(api, buyer, event, ticket_type_id=type_id)
        assert_problem(response, 404, "not_found")
    assert await snapshot(connection, event["id"]) == before
    _, b = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    assert (await book(api, buyer, event, ticket_type_id=b["id"])).json()["total_amount"] == "9.00"


@pytest.mark.parametrize("quantity", [0, -1, 1001, 1.5, "two", None])
async def test_booking_is_refused_when_the_quantity_is_not_valid(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person, quantity: object
) -> None:
    event = await api.event(organizer)
    before = await snapshot(connection, event["id"])
    body = {"event_id": event["id"], "quantity": quantity}
    problem = assert_problem(await api.post("/bookings", buyer, body), 422, "validation_failed")
    assert [error["field"] for error in problem["errors"]] == ["body.quantity"]
    assert await snapshot(connection, event["id"]) == before


async def test_booking_of_an_unknown_event_is_not_found(api: Api, buyer: Person) -> None:
    assert_problem(await book(api, buyer, {"id": 999_999_999}), 404, "not_found")
    path = "/events/999999999/bookings"
    assert_problem(await api.post(path, buyer, {"quantity": 1}), 404, "not_found")


async def test_booking_is_refused_without_a_log_in(
    api: Api, connection: asyncpg.Connection, organizer: Person
) -> None:
    event = await api.event(organizer)
    before = await snapshot(connection, event["id"])
    assert_problem(await book(api, None, event), 401, "not_authenticated")
    assert await snapshot(connection, event["id"]) == before


async def test_box_office_books_for_somebody_else(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event, admin = await api.event(organizer), await api.person(Role.ADMIN)
    for staff in (organizer, admin):
        booking = (await book(api, staff, event, user_id=buyer.id)).json()
        assert booking["user_id"] == buyer.id
    mine = (await api.get(f"/bookings/user/{buyer.id}", buyer)).json()
    assert len(mine) == 2


async def test_naming_oneself_is_no_box_office(api: Api, organizer: Person, buyer: Person) -> None:
    event = await api.event(organizer)
    assert (await book(api, buyer, event, user_id=buyer.id)).status_code == 201


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.SCANNER, Role.ORGANIZER])
async def test_booking_for_somebody_else_is_refused_to_everybody_else(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person, role: Role
) -> None:
    event = await api.event(organizer)
    before = await snapshot(connection, event["id"])
    response = await book(api, await api.person(role), event, user_id=buyer.id)
    assert_problem(response, 403, "forbidden")
    assert await snapshot(connection, event["id"]) == before


async def test_booking_for_nobody_or_a_deactivated_user_is_refused(
    api: Api, connection: asyncpg.Connection, organizer: Person
) -> None:
    event, inactive = await api.event(organizer), await api.person(is_active=False)
    before = await snapshot(connection, event["id"])
    response = await book(api, organizer, event, user_id=999_999_999)
    assert_problem(response, 404, "not_found")
    response = await book(api, organizer, event, user_id=inactive.id)
    assert_problem(response, 403, "account_inactive")
    assert await snapshot(connection, event["id"]) == before
