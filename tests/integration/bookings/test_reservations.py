"""Holds: reserve, extend, confirm, cancel, lapse."""

import asyncpg

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem


async def _reserve(api: Api, buyer: Person, event_id: int, quantity: int = 1) -> dict[str, object]:
    body = {"event_id": event_id, "quantity": quantity}
    response = await api.post("/reservations/reserve", buyer, body)
    assert response.status_code == 201, response.text
    answer: dict[str, object] = response.json()
    return answer


async def _event_now(api: Api, event_id: int) -> dict[str, object]:
    answer: dict[str, object] = (await api.get(f"/events/{event_id}")).json()
    return answer


async def test_reservation_holds_tickets_until_its_deadline(api: Api) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    held = await _reserve(api, await api.person(), event["id"], 3)
    assert held["status"] == "pending"
    assert held["expires_at"] is not None
    now = await _event_now(api, event["id"])
    assert (now["tickets_held"], now["tickets_available"]) == (3, 7)


async def test_confirmed_reservation_gets_ticket_codes(api: Api) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    buyer = await api.person()
    held = await _reserve(api, buyer, event["id"])
    confirmed = (await api.post(f"/reservations/{held['id']}/confirm", buyer)).json()
    assert confirmed["status"] == "confirmed"
    assert confirmed["tickets"][0]["ticket_code"].startswith("TKT-")


async def test_lapsed_hold_is_sold_to_somebody_else_without_a_sweep(
    api: Api, clock: MovableClock
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), capacity=2)
    first = await api.person()
    held = await _reserve(api, first, event["id"], 2)
    clock.move(seconds=601)
    assert (await _event_now(api, event["id"]))["tickets_available"] == 2
    await api.book(await api.person(), event["id"], 2)
    refused = await api.post(f"/reservations/{held['id']}/confirm", first)
    assert_problem(refused, 409, "hold_expired")


async def test_confirming_a_hold_that_lapsed_is_refused(
    api: Api, clock: MovableClock, connection: asyncpg.Connection
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    buyer = await api.person()
    held = await _reserve(api, buyer, event["id"])
    clock.move(seconds=600)
    refused = await api.post(f"/reservations/{held['id']}/confirm", buyer)
    assert_problem(refused, 409, "hold_expired")
    query = "SELECT status FROM bookings WHERE id = $1"
    assert await connection.fetchval(query, held["id"]) == "pending"


async def test_hold_is_extended_once_and_never_beyond_the_cap(
    api: Api, clock: MovableClock
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    buyer = await api.person()
    held = await _reserve(api, buyer, event["id"])
    clock.move(seconds=590)
    extended = (await api.post(f"/reservations/{held['id']}/extend", buyer)).json()
    assert extended["expires_at"] > held["expires_at"]
    refused = await api.post(f"/reservations/{held['id']}/extend", buyer)
    assert_problem(refused, 409, "invalid_state")
    clock.move(seconds=611)
    refused = await api.post(f"/reservations/{held['id']}/confirm", api.renewed(buyer))
    assert_problem(refused, 409, "hold_expired")


async def test_open_reservations_of_one_user_are_bounded(api: Api) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), capacity=100)
    buyer = await api.person()
    for _ in range(5):
        await _reserve(api, buyer, event["id"])
    body = {"event_id": event["id"], "quantity": 1}
    refused = await api.post("/reservations/reserve", buyer, body)
    assert_problem(refused, 409, "ticket_limit_exceeded")
    assert (await _event_now(api, event["id"]))["tickets_held"] == 5


async def test_booking_of_an_event_paid_online_is_a_hold_only_staff_confirms(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, payment="online")
    buyer = await api.person()
    booking = await api.book(buyer, event["id"])
    assert booking["status"] == "pending"
    refused = await api.put(f"/bookings/{booking['id']}/confirm", buyer)
    assert_problem(refused, 403, "forbidden")
    confirmed = await api.put(f"/bookings/{booking['id']}/confirm", organizer)
    assert confirmed.json()["status"] == "confirmed"


async def test_letting_a_reservation_go_frees_its_tickets(api: Api) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    buyer = await api.person()
    held = await _reserve(api, buyer, event["id"], 4)
    assert (await api.call("DELETE", f"/reservations/{held['id']}", buyer)).status_code == 200
    assert (await _event_now(api, event["id"]))["tickets_available"] == 10
