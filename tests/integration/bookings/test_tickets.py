"""Tickets over HTTP: who reads them."""

from typing import Any

import asyncpg

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.rows import use_ticket


async def scanner_of(api: Api, organizer: Person, event: dict[str, Any]) -> Person:
    scanner = await api.person(Role.SCANNER)
    await api.put(f"/events/{event['id']}/scanners", organizer, {"user_ids": [scanner.id]})
    return scanner


async def codes(api: Api, path: str, who: Person) -> list[str]:
    response = await api.get(path, who)
    assert response.status_code == 200, response.text
    return [ticket["ticket_code"] for ticket in response.json()]


def codes_of(*bookings: dict[str, Any]) -> list[str]:
    """Of these bookings' tickets, newest first."""
    return [t["ticket_code"] for booking in bookings for t in reversed(booking["tickets"])]


async def test_ticket_is_read_by_its_holder_and_those_who_work_at_the_door(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"])
    (booked,) = booking["tickets"]
    scanner, admin = await scanner_of(api, organizer, event), await api.person(Role.ADMIN)
    for reader in (buyer, organizer, scanner, admin):
        ticket = (await api.get(f"/tickets/{booked['ticket_code']}", reader)).json()
        assert booked.items() - ticket.items() == {("transferred", False)}
        assert (ticket["booking_id"], ticket["event_id"]) == (booking["id"], event["id"])
        assert (ticket["user_id"], ticket["used_at"], ticket["gate"]) == (buyer.id, None, None)


async def test_ticket_code_is_read_whatever_its_case(
    api: Api, organizer: Person, buyer: Person
) -> None:
    (ticket,) = (await api.book(buyer, (await api.event(organizer))["id"]))["tickets"]
    found = await api.get(f"/tickets/{ticket['ticket_code'].lower()}", buyer)
    assert found.json()["id"] == ticket["id"]


async def test_ticket_is_not_found_by_another_user(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event, other = await api.event(organizer), await api.event(organizer)
    (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
    strangers = [
        await api.person(),
        await api.person(Role.ORGANIZER),
        await scanner_of(api, organizer, other),
    ]
    path = f"/tickets/{ticket['ticket_code']}"
    for stranger in strangers:
        assert_problem(await api.get(path, stranger), 404, "not_found")
    assert_problem(await api.get(path), 401, "not_authenticated")
    assert_problem(await api.get("/tickets/TKT-20261120-AAAAAAAA", buyer), 404, "not_found")
    assert_problem(await api.get("/tickets/a_b", buyer), 422, "validation_failed")


async def test_own_tickets_are_listed_newest_first_of_all_events_or_of_one(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event, other = await api.event(organizer), await api.event(organizer)
    first, second = await api.book(buyer, event["id"], 2), await api.book(buyer, other["id"])
    await api.book(await api.person(), event["id"])
    admin = await api.person(Role.ADMIN)
    for reader in (buyer, admin):
        path = f"/tickets/user/{buyer.id}"
        assert await codes(api, path, reader) == codes_of(second, first)
        assert await codes(api, f"{path}/event/{event['id']}", reader) == codes_of(first)


async def test_tickets_of_a_user_are_refused_to_everybody_else(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    for path in (f"/tickets/user/{buyer.id}", f"/tickets/user/{buyer.id}/event/{event['id']}"):
        for stranger in (organizer, await api.person()):
            assert_problem(await api.get(path, stranger), 403, "forbidden")
        assert_problem(await api.get(path), 401, "not_authenticated")


async def test_tickets_of_an_event_are_listed_for_those_who_work_at_the_door(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event, other = await api.event(organizer), await api.event(organizer)
    first, second = await api.book(buyer, event["id"], 2), await api.book(organizer, event["id"])
    await api.book(buyer, other["id"])
    scanner, admin = await scanner_of(api, organizer, event), await api.person(Role.ADMIN)
    for reader in (organizer, scanner, admin):
        found = await codes(api, f"/tickets/event/{event['id']}", reader)
        assert found == codes_of(second, first)


async def test_tickets_of_an_event_are_refused_to_everybody_else(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event, other = await api.event(organizer), await api.event(organizer)
    draft = await api.event(organizer, status="draft")
    await api.book(buyer, event["id"])
    strangers = [
        buyer,
        await api.person(Role.ORGANIZER),
        await scanner_of(api, organizer, other),
    ]
    for stranger in strangers:
        response = await api.get(f"/tickets/event/{event['id']}", stranger)
        assert_problem(response, 403, "forbidden")
        hidden = await api.get(f"/tickets/event/{draft['id']}", stranger)
        assert_problem(hidden, 404, "not_found")
    assert_problem(await api.get(f"/tickets/event/{event['id']}"), 401, "not_authenticated")
    assert_problem(await api.get("/tickets/event/999999999", organizer), 404, "not_found")


async def test_what_is_left_is_counted_without_a_token(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person
) -> None:
    event, other = await api.event(organizer), await api.event(organizer)
    booking = await api.book(buyer, event["id"], 3)
    await api.book(buyer, other["id"], 5)
    await use_ticket(connection, booking["tickets"][0]["id"])
    response = await api.get(f"/tickets/event/{event['id']}/available")
    assert response.json() == {"event_id": event["id"], "available": 7}
    assert_problem(await api.get("/tickets/event/999999999/available"), 404, "not_found")
